import {
  ActionPreview,
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

const TAKEN = 'lane.wouldBeTaken';

/** What is said of a change that was made, and what instead of one that was only tried, of which the former is not true yet. */
const OF_TRIAL: Record<string, string> = {
  'lane.held': TAKEN,
  'lane.disarmed': TAKEN,
  'lane.already': TAKEN,
  'lane.freed': TAKEN,
  'lane.disarmed.elsewhere': 'lane.wouldStayHeld',
};

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
  const instead =
    ok && options.trial ? OF_TRIAL[said?.code ?? 'lane.held'] : undefined;
  return {
    code: code ?? outcome,
    ok,
    sentence: instead
      ? sentence(instead, said?.params)
      : said ?? sentence('lane.unsaid'),
  };
}
