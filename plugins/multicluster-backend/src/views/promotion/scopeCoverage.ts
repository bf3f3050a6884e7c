import { Coverage } from '@fairway/backstage-plugin-multicluster-common';
import { ClusterRow } from '../clusters/ClusterRow';
import { coverageOfClusters } from '../coverageOf';
import { lanesOf } from '../topology/whereClaimed';
import { PlacedTarget } from './placeWorkloads';
import { relevantSources } from './relevantSources';
import { ScopeContext } from './ScopeContext';

/** By clusters; what a tool cannot say now is told beside it. */
export function scopeCoverage(
  context: ScopeContext,
  own: PlacedTarget[],
  silent: ClusterRow[],
): Coverage {
  const { fleet, tools } = relevantSources(context);
  const coverage = coverageOfClusters(
    [...own.map(({ row }) => row.cluster), ...silent],
    [
      ...lanesOf(
        own.map(({ workload }) => workload.record),
        own.map(({ row }) => row),
      ),
      ...context.delivered.laneIds,
    ],
    { ...context.rows.health, sources: fleet },
  );
  return {
    ...coverage,
    // Nothing to read is not everything read.
    ...(fleet.length === 0 && { total: null }),
    problems: [
      ...coverage.problems,
      ...tools
        .filter(tool => !fleet.includes(tool))
        .flatMap(({ problems }) => problems),
    ],
  };
}
