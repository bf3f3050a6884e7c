import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { SourceRegistry } from '../../service/SourceRegistry';
import { isUntrustedLane } from '../health/isUntrustedLane';
import { FleetHealth, LaneHealth, SourceHealth } from '../health/SourceHealth';

/** Workloads of a source of which nobody can say that nothing placed them. */
export interface UnreadScope {
  sourceId: number;
  /** Those that have a namespace, or those that have none. */
  namespaced: boolean;
  reason: Sentence;
}

/**
 * Where placements are not read. A workload there without a known placement is not unplaced: its placement may be among
 * what was never listed, or have come since the list of placements began to fail.
 */
export function unreadPlacements(
  health: FleetHealth,
  sources: Pick<SourceRegistry, 'get'>,
): UnreadScope[] {
  return health.sources.flatMap(source => {
    const { sourceId } = source;
    if (sourceId === undefined) {
      return [];
    }
    const lanes = sources.get(source.id)?.fleet?.placementLanes;
    return [true, false].flatMap(namespaced => {
      const names = namespaced ? lanes?.namespaced : lanes?.clusterScoped;
      const reason = unreadReason(source, names);
      return reason ? [{ sourceId, namespaced, reason }] : [];
    });
  });
}

/** The scope that a workload lies in, if any. */
export function unreadScopeOf(
  workload: { sourceId: number; namespace: string },
  scopes: UnreadScope[],
): UnreadScope | undefined {
  return scopes.find(
    scope =>
      scope.sourceId === workload.sourceId &&
      scope.namespaced === (workload.namespace !== ''),
  );
}

/** A source that does not say which lanes its placements come through may have them in any. */
function unreadReason(
  source: SourceHealth,
  names: readonly string[] | undefined,
): Sentence | undefined {
  const lanes: Array<LaneHealth | undefined> = names
    ? names.map(name => source.lanes.find(lane => lane.name === name))
    : source.lanes.filter(lane => lane.state !== 'off');
  const params = { source: source.id };
  if (lanes.length === 0 || lanes.some(lane => !lane?.everRead)) {
    return sentence('view.unplaced.unread', params);
  }
  return lanes.some(lane => lane && isUntrustedLane(lane))
    ? sentence('view.unplaced.failing', params)
    : undefined;
}
