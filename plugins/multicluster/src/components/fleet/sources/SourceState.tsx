import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  SourceLane,
  SourceStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  StateIcon,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import { sourceLook } from './sourceLook';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      fontSize: theme.typography.body2.fontSize,
      fontWeight: 600,
      // A word of two characters would break into two lines in a narrow column.
      whiteSpace: 'nowrap',
      verticalAlign: 'middle',
    },
  }),
  { name: 'MulticlusterSourceState' },
);

/** The state of a source or of a lane, as shape, colour and word. */
export function SourceState(props: {
  state: SourceStatus['state'] | SourceLane['state'];
}) {
  const { state } = props;
  const classes = useStyles();
  const colors = useStateColors();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const { shape, tone } = sourceLook(state);
  return (
    <span className={classes.root} style={{ color: colors[tone].text }}>
      <StateIcon shape={shape} tone={tone} size={16} />
      {t(`fleet.sources.${state}`)}
    </span>
  );
}
