import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ClusterSummary } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { CapacityBar } from '../clusters/CapacityBar';
import { AmountKind } from '../lib/formatAmount';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1) },
    title: { fontSize: theme.typography.body2.fontSize, fontWeight: 500 },
    row: {
      display: 'grid',
      gridTemplateColumns: '72px minmax(0, 1fr)',
      alignItems: 'end',
      gap: theme.spacing(1.5),
      fontSize: theme.typography.body2.fontSize,
      color: theme.palette.text.secondary,
    },
    note: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'MulticlusterClusterCapacityList' },
);

const kinds: AmountKind[] = ['cpu', 'memory', 'pods'];

/** How full a cluster is; of a cluster that is not ready, how full it was. */
export function ClusterCapacityList(props: { cluster: ClusterSummary }) {
  const { capacity, state } = props.cluster;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const lastKnown = state !== 'ready';
  return (
    <div className={classes.root}>
      <Typography component="h3" className={classes.title}>
        {t('fleet.cluster.capacity')}
      </Typography>
      {capacity ? (
        kinds.map(kind => (
          <div key={kind} className={classes.row}>
            <span>{t(`fleet.clusters.${kind}`)}</span>
            <CapacityBar
              capacity={capacity}
              kind={kind}
              lastKnown={lastKnown}
            />
          </div>
        ))
      ) : (
        <span className={classes.note}>{t('fleet.cluster.noCapacity')}</span>
      )}
      {capacity && lastKnown && (
        <span className={classes.note}>{t('fleet.cluster.lastReported')}</span>
      )}
    </div>
  );
}
