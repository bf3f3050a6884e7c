import {
  ActionPreview,
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** What a control plane said to a change of form, as something that has to hold before it is done. */
export function checkOfChange(
  result: ActionResult,
): ActionPreview['checks'][number] {
  const { outcome, code } = result;
  return {
    code: code ?? outcome,
    ok: ['requested', 'applied', 'noop'].includes(outcome),
    sentence: result.sentence ?? sentence('lane.unsaid'),
  };
}
