import { Coverage } from '@fairway/backstage-plugin-multicluster-common';
import { oldestOf } from '../coverageOf';
import { FleetHealth } from '../health/SourceHealth';
import { WorkloadCounts } from './WorkloadCounter';

/** How many workloads of a list were read; `total` is null while a source was never read to the end. */
export function coverageOfWorkloads(
  counts: WorkloadCounts,
  health: FleetHealth,
): Coverage {
  const lanes = [...health.lanes.values()].filter(lane => lane.state !== 'off');
  return {
    seen: counts.total,
    total: health.sources.every(source => source.everRead)
      ? counts.total
      : null,
    stale: counts.stale,
    ...oldestOf(lanes),
    problems: health.sources.flatMap(source => source.problems),
  };
}
