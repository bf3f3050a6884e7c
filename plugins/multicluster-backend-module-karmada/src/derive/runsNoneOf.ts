import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { AggregatedItem } from '../native/BindingNative';
import { countModel } from './countModel';

/**
 * Of what was dispatched nothing runs: a paused Deployment, or a DaemonSet that waits for its pods to be deleted. Which
 * of the generations before it runs is nowhere said.
 *
 * @internal
 */
export function runsNoneOf(
  item: AggregatedItem,
  { group, kind }: WorkloadFact,
): boolean {
  return Boolean(countModel(group, kind)?.updated && item.r && !item.u);
}
