import { makeStyles } from '@material-ui/core/styles';
import { ClusterDetail } from '@fairway/backstage-plugin-multicluster-common';
import {
  FreshnessDot,
  LiveResult,
} from '@fairway/backstage-plugin-multicluster-react';
import { CordonButton } from '../../approvals/lanes/CordonButton';
import { Panel } from '../frame/Panel';
import { PanelBody } from '../frame/PanelBody';
import { StaleNotice } from '../frame/StaleNotice';
import { ClusterCapacityList } from './ClusterCapacityList';
import { ClusterFacts } from './ClusterFacts';
import { ClusterStateBanner } from './ClusterStateBanner';
import { ClusterTargets } from './ClusterTargets';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1.4fr) minmax(0, 1fr)',
      gap: theme.spacing(2.5, 5),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    side: { display: 'grid', gap: theme.spacing(2.5), alignContent: 'start' },
  }),
  { name: 'MulticlusterClusterFactsPanel' },
);

/** Props of {@link ClusterFactsPanel}. */
export interface ClusterFactsPanelProps {
  view: LiveResult<ClusterDetail>;
  detail: ClusterDetail;
}

/** How a cluster is: its state with the reason, its facts, its capacity and what runs there. */
export function ClusterFactsPanel(props: ClusterFactsPanelProps) {
  const { view, detail } = props;
  const { cluster } = detail;
  const classes = useStyles();
  return (
    <Panel
      title={cluster.name}
      aside={
        <>
          {detail.manage?.ability.allowed && (
            <CordonButton
              controlPlane={cluster.controlPlane}
              name={cluster.name}
              cordoned={detail.manage.action === 'uncordon'}
              onDone={view.refresh}
            />
          )}
          <FreshnessDot view={view} />
        </>
      }
    >
      <StaleNotice view={view} />
      <PanelBody>
        <ClusterStateBanner cluster={cluster} />
      </PanelBody>
      <PanelBody>
        <div className={classes.grid}>
          <ClusterFacts cluster={cluster} />
          <div className={classes.side}>
            <ClusterCapacityList cluster={cluster} />
            <ClusterTargets cluster={cluster} />
          </div>
        </div>
      </PanelBody>
    </Panel>
  );
}
