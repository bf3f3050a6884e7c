import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { isUntrustedLane } from '../health/isUntrustedLane';
import { FleetHealth } from '../health/SourceHealth';
import { Delivered } from './deliveriesOf';
import { PlacedTarget } from './placeWorkloads';

/** Why what is shown of an environment is not what there is now; each once. */
export function staleReasons(
  targets: PlacedTarget[],
  delivered: Delivered,
  health: FleetHealth,
): Sentence[] {
  const lanes = [...new Set(delivered.laneIds)]
    .flatMap(id => health.lanes.get(id) ?? [])
    .filter(isUntrustedLane);
  const reasons = [
    ...targets.flatMap(({ target }) => target.freshness.reason ?? []),
    ...lanes.flatMap(({ problem }) => problem?.sentence ?? []),
  ];
  return [...new Map(reasons.map(item => [item.text, item])).values()];
}
