import { Coverage } from '@fairway/backstage-plugin-multicluster-common';
import { FleetHealth } from '../../views/health/SourceHealth';
import { oldestOf } from '../../views/coverageOf';

/**
 * How far a list of requests can be trusted. Requests are ours and all of them are there; what may be missing are gates that a
 * source opened since it was last read.
 */
export function coverageOfApprovals(
  total: number,
  health: FleetHealth,
): Coverage {
  const lanes = [...health.lanes.values()].filter(lane => lane.state !== 'off');
  return {
    seen: total,
    total: health.sources.every(source => source.everRead) ? total : null,
    stale: 0,
    ...oldestOf(lanes),
    problems: health.sources.flatMap(source => source.problems),
  };
}
