import { ToolEntry } from '../tool/ToolEntry';
import { ClientEntry } from './ClientEntry';
import { Stances } from './Stances';
import { Violation } from './Violation';

/**
 * Judges everything that took effect at one run:
 *
 * - `twice`: the decision of one person had its effect more than once;
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
  const violations: Violation[] = [];
  const counted = tool.filter(entry => entry.kind === 'counted');
  for (const voter of new Set(counted.map(entry => entry.voter))) {
    if (counted.filter(entry => entry.voter === voter).length > 1) {
      violations.push({ rule: 'twice', run, voter });
    }
  }
  if (new Set(tool.map(({ verdict }) => verdict)).size > 1) {
    violations.push({ rule: 'contradicted', run });
  }
  const seen = client.findLast(entry => entry.kind === 'seen');
  for (const entry of tool) {
    const voter = entry.kind === 'counted' ? entry.voter : undefined;
    const enough = entry.verdict === 'approve' ? needed : 1;
    const holds = (voters: Set<string>) =>
      voters.size >= enough && (voter === undefined || voters.has(voter));
    const named = { run, ...(voter && { voter }) };
    if (!holds(Stances.at(client, entry.at).possible(entry.verdict))) {
      violations.push({ rule: 'unasked', ...named });
    }
    const known = (seen?.votes ?? [])
      .filter(({ act }) => act === entry.verdict)
      .map(vote => vote.voter);
    if (!holds(new Set(known))) {
      violations.push({ rule: 'no-row', ...named });
    }
  }
  return violations;
}
