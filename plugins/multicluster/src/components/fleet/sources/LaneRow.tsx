import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { SourceLane } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  multiclusterPagesTranslationRef,
  stateColors,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { SourceState } from './SourceState';
import { useNarrowCell } from './useNarrowCell';

const useStyles = makeStyles(
  theme => ({
    row: {
      '& td, & th': {
        padding: theme.spacing(0.75, 1.5),
        fontVariantNumeric: 'tabular-nums',
        '&:first-child': { paddingLeft: theme.spacing(2.5) },
        '&:last-child': { paddingRight: theme.spacing(2.5) },
      },
    },
    name: { fontWeight: 500 },
    problem: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
      maxWidth: 420,
    },
    errors: { color: stateColors(theme).bad.text, fontWeight: 500 },
    dim: { color: theme.palette.text.secondary },
  }),
  { name: 'MulticlusterLaneRow' },
);

/** One lane of a source. */
export function LaneRow(props: { lane: SourceLane }) {
  const { lane } = props;
  const classes = useStyles();
  const narrow = useNarrowCell();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const say = useSentence();
  return (
    <TableRow className={classes.row}>
      <TableCell component="th" scope="row" className={classes.name}>
        {lane.name}
      </TableCell>
      <TableCell>
        <SourceState state={lane.state} />
        {lane.problem && (
          <div className={classes.problem}>{say(lane.problem.sentence)}</div>
        )}
      </TableCell>
      <TableCell align="right">{lane.objects.toLocaleString()}</TableCell>
      <TableCell align="right">
        {lane.contactAt ? (
          <Age time={lane.contactAt} />
        ) : (
          <span className={classes.dim}>{t('fleet.sources.never')}</span>
        )}
      </TableCell>
      <TableCell align="right" className={narrow}>
        {lane.lagSeconds === undefined
          ? ''
          : t('fleet.sources.seconds', {
              n: String(Math.round(lane.lagSeconds * 10) / 10),
            })}
      </TableCell>
      <TableCell align="right" className={narrow}>
        {lane.relists}
      </TableCell>
      <TableCell
        align="right"
        className={lane.errors > 0 ? classes.errors : undefined}
      >
        {lane.errors}
      </TableCell>
    </TableRow>
  );
}
