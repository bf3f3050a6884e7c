import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { ClusterSummary } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  StateIcon,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import { clusterLook } from '../map/clusterLook';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      verticalAlign: 'middle',
    },
    word: { fontWeight: 600 },
  }),
  { name: 'MulticlusterClusterStateLabel' },
);

/** The state of a cluster, as calm as the map draws it: one that comes and goes is never alarming. */
export function ClusterStateLabel(props: { cluster: ClusterSummary }) {
  const { cluster } = props;
  const classes = useStyles();
  const colors = useStateColors();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const look = clusterLook(cluster);
  return (
    <span
      className={classes.root}
      title={cluster.intermittent ? t('fleet.tile.intermittent') : undefined}
    >
      <StateIcon shape={look.shape} tone={look.tone} />
      <span className={classes.word} style={{ color: colors[look.tone].text }}>
        {t(`state.${cluster.state}`)}
      </span>
    </span>
  );
}
