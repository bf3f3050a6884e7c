import {
  ActionPreview,
  ActionResult,
} from '@fairway/backstage-plugin-multicluster-common';
import { checkOfResult } from './checkOfResult';

/** What is answered to a change. Done is what is so now, also what was so already. */
export function answerOfResult(result: ActionResult): ActionPreview {
  const { outcome, precondition } = result;
  if (outcome !== 'applied' && outcome !== 'noop') {
    return { checks: [checkOfResult(result)], effects: [], done: false };
  }
  return {
    checks: [],
    effects: result.sentence ? [result.sentence] : [],
    ...(precondition && { resourceVersion: precondition }),
    done: true,
  };
}
