import { WorkloadRow } from '@fairway/backstage-plugin-multicluster-common';
import { TargetsBar } from '../lib/TargetsBar';

/** Targets of a workload by state; without their colours once none of its clusters confirms them. */
export function RowTargets(props: { row: WorkloadRow }) {
  const { targets, lastKnown, clusters } = props.row;
  return (
    <TargetsBar
      targets={targets}
      lastKnown={clusters > 0 && lastKnown === clusters}
    />
  );
}
