import { Decision, Gate } from '@fairway/backstage-plugin-multicluster-common';

/** Whether one of these names is among those who decided that way. Tools do not agree on upper and lower case. */
export function decidedByOneOf(
  gate: Pick<Gate, 'decisions'>,
  names: readonly string[],
  decision: 'approve' | 'reject',
): boolean {
  const verdicts: Array<Decision['verdict']> =
    decision === 'approve' ? ['approved', 'skipped'] : ['rejected'];
  const mine = new Set(names.map(name => name.toLocaleLowerCase('en-US')));
  return gate.decisions.some(
    ({ actor, verdict }) =>
      verdicts.includes(verdict) &&
      mine.has(actor.nativeId.toLocaleLowerCase('en-US')),
  );
}
