import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ClusterSummary } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { withFilterTerm } from '../filter/withFilterTerm';
import { useFleetLinks } from '../frame/useFleetLinks';
import { TargetsBar } from '../lib/TargetsBar';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1) },
    title: { fontSize: theme.typography.body2.fontSize, fontWeight: 500 },
    note: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
    link: { fontSize: theme.typography.body2.fontSize },
  }),
  { name: 'MulticlusterClusterTargets' },
);

/** What runs on a cluster, by state, and the way to the list of it. */
export function ClusterTargets(props: { cluster: ClusterSummary }) {
  const { name, controlPlane, targets, state } = props.cluster;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const links = useFleetLinks();
  const some = Object.values(targets).some(count => count > 0);
  const filter = withFilterTerm(
    withFilterTerm('', 'cluster', name),
    'source',
    controlPlane,
  );
  return (
    <div className={classes.root}>
      <Typography component="h3" className={classes.title}>
        {t('fleet.cluster.runs')}
      </Typography>
      {some ? (
        <>
          <TargetsBar targets={targets} lastKnown={state !== 'ready'} />
          <Link to={links.workloads(filter)} className={classes.link}>
            {t('fleet.cluster.seeWorkloads')}
          </Link>
        </>
      ) : (
        <span className={classes.note}>{t('fleet.cluster.runsNothing')}</span>
      )}
    </div>
  );
}
