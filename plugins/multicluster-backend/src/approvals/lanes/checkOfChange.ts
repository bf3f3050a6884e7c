import {
  ActionPreview,
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/**
 * What a control plane said to a change of form, as something that has to hold before it is done.
 *
 * @param options - `trial`: nothing was changed yet, so that what it would say of the change itself is not true yet
 */
export function checkOfChange(
  result: ActionResult,
  options: { trial?: boolean } = {},
): ActionPreview['checks'][number] {
  const { outcome, code } = result;
  const ok = ['requested', 'applied', 'noop'].includes(outcome);
  return {
    code: code ?? outcome,
    ok,
    sentence:
      ok && options.trial
        ? sentence('lane.wouldBeTaken')
        : result.sentence ?? sentence('lane.unsaid'),
  };
}
