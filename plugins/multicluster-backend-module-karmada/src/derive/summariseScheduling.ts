import {
  PlacementFlag,
  PlacementSummary,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { explainScheduling } from './explainScheduling';
import { nameList } from './nameList';
import { SummaryInput } from './SummaryInput';

/**
 * The summary of a binding that the scheduler says it could not place, if that is what counts.
 *
 * @remarks
 * `NoClusterFit` clears the targets; every other reason keeps the old ones running. Right after a binding was placed
 * again the old condition is still there for a moment: NoClusterFit with targets that nothing was reported of is that
 * moment, and no failure.
 *
 * @internal
 */
export function summariseScheduling(
  input: SummaryInput,
  flags: PlacementFlag[],
): PlacementSummary | undefined {
  const { native, targets, wanted } = input;
  if (typeof native.sched !== 'object') {
    return undefined;
  }
  const kept = native.to.length > 0;
  const { reason } = native.sched;
  if (
    kept &&
    reason === 'NoClusterFit' &&
    !targets.every(({ state }) => state.axes.delivery !== 'pending')
  ) {
    return undefined;
  }
  const { said: reasons, reasons: schedulingReasons } = explainScheduling(
    native.sched,
    wanted,
  );
  const evicting = targets.filter(
    target => target.lifecycle === 'evicting' && target.counts,
  );
  let said = sentence('placement.kept', { reasons });
  if (!kept && evicting.length > 0) {
    // With no target left every target is healthy, so the eviction controller drops the old copy: nothing replaces it.
    const clusters = nameList(evicting.map(target => target.cluster));
    said = sentence('placement.lastCopyEvicting', { clusters, reasons });
  } else if (!kept) {
    said = sentence(native.once ? 'placement.withdrawn' : 'placement.nowhere', {
      reasons,
    });
  }
  return {
    state: 'unscheduled',
    flags: [kept ? 'kept' : 'withdrawn', ...flags],
    reason,
    sentence: said,
    schedulingReasons,
  };
}
