import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import {
  ErrorState,
  multiclusterPagesTranslationRef,
  usePods,
} from '@fairway/backstage-plugin-multicluster-react';
import { DetailSelection } from '../ClustersContent/useTabParams';
import { chooseLog } from '../model/chooseLog';
import { LogChoice } from './LogChoice';
import { LogView } from './LogView';
import { UnreadClusters } from './UnreadClusters';
import { useDrawerStyles } from './useDrawerStyles';

/** Props of {@link LogPane}. @internal */
export interface LogPaneProps {
  workloadId: string;
  selection: DetailSelection;
  onSelect(selection: DetailSelection): void;
}

/** The log of a container, followed; which one is chosen above it, clusters that could not be asked are named. @internal */
export function LogPane(props: LogPaneProps) {
  const { workloadId, selection, onSelect } = props;
  const classes = useDrawerStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const pods = usePods(
    workloadId,
    selection.cluster ? [selection.cluster] : undefined,
  );
  if (!pods.data) {
    return pods.status === 'error' ? (
      <ErrorState error={pods.error} onRetry={pods.refresh} />
    ) : (
      <LinearProgress aria-label={t('freshness.loading')} />
    );
  }
  const choice = chooseLog(pods.data.clusters, selection);
  return (
    <>
      <UnreadClusters clusters={pods.data.clusters} />
      {choice ? (
        <>
          <LogChoice
            clusters={pods.data.clusters}
            choice={choice}
            onChoose={chosen =>
              onSelect({
                ...selection,
                // The drawer stays about all clusters when it was about all of them; the log is of one.
                logCluster: selection.cluster ? undefined : chosen.cluster,
                pod: chosen.pod.name,
                container: chosen.container,
              })
            }
          />
          <LogView
            key={`${choice.cluster}/${choice.pod.name}/${choice.container}`}
            workloadId={workloadId}
            cluster={choice.cluster}
            pod={choice.pod.name}
            container={choice.container}
          />
        </>
      ) : (
        <div className={`${classes.section} ${classes.note}`}>
          {t('entity.log.noPod')}
        </div>
      )}
    </>
  );
}
