import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { SourceLane } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { PanelBody } from '../frame/PanelBody';
import { LaneRow } from './LaneRow';
import { useNarrowCell } from './useNarrowCell';

const useStyles = makeStyles(
  theme => ({
    head: {
      '& th': {
        color: theme.palette.text.secondary,
        fontSize: theme.typography.caption.fontSize,
        wordBreak: 'keep-all',
        padding: theme.spacing(0.75, 1.5),
        '&:first-child': { paddingLeft: theme.spacing(2.5) },
        '&:last-child': { paddingRight: theme.spacing(2.5) },
      },
    },
  }),
  { name: 'MulticlusterLanesTable' },
);

/** Props of {@link LanesTable}. */
export interface LanesTableProps {
  label: string;
  lanes: SourceLane[];
}

/** What is observed of a source, kind by kind. */
export function LanesTable(props: LanesTableProps) {
  const { label, lanes } = props;
  const classes = useStyles();
  const narrow = useNarrowCell();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  if (lanes.length === 0) {
    return <PanelBody>{t('fleet.sources.noLanes')}</PanelBody>;
  }
  return (
    <Table size="small" aria-label={label}>
      <TableHead className={classes.head}>
        <TableRow>
          <TableCell>{t('fleet.sources.lane')}</TableCell>
          <TableCell>{t('fleet.sources.state')}</TableCell>
          <TableCell align="right">{t('fleet.sources.objects')}</TableCell>
          <TableCell align="right">{t('fleet.sources.contact')}</TableCell>
          <TableCell align="right" className={narrow}>
            {t('fleet.sources.lag')}
          </TableCell>
          <TableCell align="right" className={narrow}>
            {t('fleet.sources.relists')}
          </TableCell>
          <TableCell align="right">{t('fleet.sources.errors')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lanes.map(lane => (
          <LaneRow key={lane.name} lane={lane} />
        ))}
      </TableBody>
    </Table>
  );
}
