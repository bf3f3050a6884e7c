import {
  ActionPreview,
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** What a control plane said of a change, as something that has to hold before it is done. */
export function checkOfResult(
  result: ActionResult,
): ActionPreview['checks'][number] {
  const { outcome, code } = result;
  return {
    code: code ?? outcome,
    ok: outcome === 'requested' || outcome === 'applied',
    sentence: result.sentence ?? sentence('cordon.unsaid'),
  };
}
