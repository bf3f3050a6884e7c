import { ToolEntry } from '../tool/ToolEntry';
import { checkTwice } from './checkTwice';
import { ClientEntry } from './ClientEntry';
import { Stances } from './Stances';
import { Violation } from './Violation';

/**
 * Judges everything that took effect at one run:
 *
 * - `twice`: see `checkTwice`;
 * - `contradicted`: the run was both approved and refused;
 * - `unasked`: it had its effect, and who asked for it, and had not been told that it is taken back, were too few by then;
 * - `no-row`: it had its effect, and the portal does not know the votes.
 */
export function checkEffects(
  run: string,
  tool: readonly ToolEntry[],
  client: readonly ClientEntry[],
  needed: number,
): Violation[] {
  const violations = checkTwice(tool);
  const effects = tool.filter(({ kind }) => kind !== 'late');
  if (new Set(effects.map(({ verdict }) => verdict)).size > 1) {
    violations.push({ rule: 'contradicted', run });
  }
  const seen = client.findLast(entry => entry.kind === 'seen');
  for (const entry of effects) {
    const voter = entry.kind === 'counted' ? entry.voter : undefined;
    const isApproval = entry.verdict === 'approve';
    const holds = (voters: Set<string>, pastRules: boolean) =>
      voters.size >= (isApproval && !pastRules ? needed : 1) &&
      (voter === undefined || voters.has(voter));
    const named = { run, ...(voter && { voter }) };
    const stances = Stances.at(client, entry.at);
    const asked = isApproval ? stances.approving : stances.possible('reject');
    if (!holds(asked, stances.pastRules.size > 0)) {
      violations.push({ rule: 'unasked', ...named });
    }
    const known = new Set(
      (seen?.votes ?? [])
        .filter(({ act }) => act === entry.verdict)
        .map(vote => vote.voter),
    );
    if (isApproval && seen?.pastRules) {
      known.add(seen.pastRules);
    }
    if (!holds(known, seen?.pastRules !== undefined)) {
      violations.push({ rule: 'no-row', ...named });
    }
  }
  return violations;
}
