import {
  ActionPreview,
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** What is said of a change that was made; of one that was only tried it is not true yet. */
const OF_DONE = ['lane.held', 'lane.disarmed', 'lane.already', 'lane.freed'];

/**
 * What a control plane said to a change of form, as something that has to hold before it is done.
 *
 * @param options - `trial`: nothing was changed yet, so that what it would say of the change itself is not true yet
 */
export function checkOfChange(
  result: ActionResult,
  options: { trial?: boolean } = {},
): ActionPreview['checks'][number] {
  const { outcome, code, sentence: said } = result;
  const ok = ['requested', 'applied', 'noop'].includes(outcome);
  return {
    code: code ?? outcome,
    ok,
    sentence:
      ok && options.trial && (!said || OF_DONE.includes(said.code))
        ? sentence('lane.wouldBeTaken')
        : said ?? sentence('lane.unsaid'),
  };
}
