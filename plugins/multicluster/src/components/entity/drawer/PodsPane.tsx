import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Age,
  multiclusterPagesTranslationRef,
  ReplicaPips,
  usePods,
} from '@fairway/backstage-plugin-multicluster-react';
import { DetailSelection } from '../ClustersContent/useTabParams';
import { PerClusterSections } from './PerClusterSections';
import { PodStatus } from './PodStatus';
import { useDrawerStyles } from './useDrawerStyles';

/** Props of {@link PodsPane}. @internal */
export interface PodsPaneProps {
  workloadId: string;
  clusters: string[] | undefined;
  selection: DetailSelection;
  onSelect(selection: DetailSelection): void;
}

/** The pods of a workload by cluster, each with the way to its log. @internal */
export function PodsPane(props: PodsPaneProps) {
  const { workloadId, clusters, selection, onSelect } = props;
  const classes = useDrawerStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const pods = usePods(workloadId, clusters);
  return (
    <PerClusterSections
      view={pods}
      nothing={t('entity.pods.none')}
      render={(pod, _, cluster) => (
        <li key={`${pod.namespace}/${pod.name}`} className={classes.item}>
          <div className={classes.line}>
            <PodStatus pod={pod} />
            <span className={classes.mono}>{pod.name}</span>
            <ReplicaPips
              replicas={{ ready: pod.ready.ready, desired: pod.ready.total }}
            />
            <span className={classes.grow}>
              <Age time={pod.startedAt} />
            </span>
          </div>
          <div className={`${classes.line} ${classes.quiet}`}>
            {pod.restarts > 0 && (
              <span>{t('entity.pods.restarts', { count: pod.restarts })}</span>
            )}
            {pod.node && (
              <span>{t('entity.pods.node', { node: pod.node })}</span>
            )}
            <button
              type="button"
              className={`${classes.link} ${classes.grow}`}
              onClick={() =>
                onSelect({
                  ...selection,
                  cluster,
                  logCluster: undefined,
                  view: 'logs',
                  pod: pod.name,
                  container: undefined,
                })
              }
            >
              {t('entity.pods.log')}
            </button>
          </div>
        </li>
      )}
    />
  );
}
