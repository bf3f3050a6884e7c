import { PlacementFlag } from '@fairway/backstage-plugin-multicluster-common';
import { SummaryInput } from './SummaryInput';

/**
 * Facts beside the state. `kept` and `withdrawn` belong to an unscheduled placement and are added with it.
 *
 * @internal
 */
export function deriveFlags(input: SummaryInput): PlacementFlag[] {
  const { native, targets, dependency, orphaned } = input;
  const flags: PlacementFlag[] = [];
  if (targets.some(({ state }) => state.axes.delivery === 'held')) {
    flags.push('held');
  }
  if (dependency) {
    flags.push('dependency');
  }
  if (orphaned) {
    flags.push('orphaned');
  }
  if (native.aff) {
    flags.push('on-fallback-affinity');
  }
  return flags;
}
