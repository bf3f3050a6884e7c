import { WorkloadRow } from '@fairway/backstage-plugin-multicluster-common';
import {
  ReplicaPips,
  summaryState,
} from '@fairway/backstage-plugin-multicluster-react';

/** Copies of a workload over all of its clusters. */
export function RowReplicas(props: { row: WorkloadRow }) {
  const { replicas, summary, lastKnown, clusters } = props.row;
  return (
    <ReplicaPips
      replicas={replicas}
      rollingOut={summary && summaryState(summary) === 'progressing'}
      lastKnown={clusters > 0 && lastKnown === clusters}
    />
  );
}
