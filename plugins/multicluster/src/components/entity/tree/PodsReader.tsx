import { usePods } from '@fairway/backstage-plugin-multicluster-react';
import { useEffect } from 'react';
import { PodsOfCluster } from './PodsOfCluster';

/** Props of {@link PodsReader}. @internal */
export interface PodsReaderProps {
  rowId: string;
  workloadId: string;
  cluster: string;
  onPods(rowId: string, pods: PodsOfCluster | undefined): void;
}

/** Reads the pods of one open cluster row for as long as it is open. @internal */
export function PodsReader(props: PodsReaderProps) {
  const { rowId, workloadId, cluster, onPods } = props;
  const { data, status } = usePods(workloadId, [cluster]);
  useEffect(() => {
    if (data) {
      const answer = data.clusters.find(item => item.cluster === cluster);
      onPods(rowId, { state: 'read', answer });
    } else {
      onPods(rowId, { state: status === 'error' ? 'failed' : 'loading' });
    }
  }, [data, status, cluster, rowId, onPods]);
  useEffect(() => () => onPods(rowId, undefined), [rowId, onPods]);
  return null;
}
