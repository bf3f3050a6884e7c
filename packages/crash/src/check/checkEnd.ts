import { ToolEntry } from '../tool/ToolEntry';
import { ClientEntry } from './ClientEntry';
import { Stances } from './Stances';
import { Violation } from './Violation';

const VERDICTS = { applied: 'approve', rejected: 'reject' } as const;

/**
 * Judges how one run ended, after people had asked until all was decided and it was given the time that it needs:
 *
 * - `lost`: the portal said that it has votes that are enough, and they never had their effect;
 * - `unfinished`: the portal does not say that it took effect; a run at which everybody is turned away proves nothing;
 * - `untold`: the portal says that it took effect, and the tool knows nothing of it.
 */
export function checkEnd(
  run: string,
  tool: readonly ToolEntry[],
  client: readonly ClientEntry[],
  needed: number,
): Violation[] {
  const violations: Violation[] = [];
  const took = (verdict: 'approve' | 'reject') => {
    const entries = tool.filter(entry => entry.verdict === verdict);
    const voters = new Set(
      entries.flatMap(entry => (entry.kind === 'counted' ? entry.voter : [])),
    );
    const enough = verdict === 'approve' ? needed : 1;
    const whole =
      voters.size >= enough || entries.some(({ kind }) => kind === 'told');
    return { voters, enough, whole };
  };
  const stances = Stances.at(client);
  // Within the recall window one refusal takes the place of all approvals.
  const verdict = stances.certain('reject').length > 0 ? 'reject' : 'approve';
  const { voters, enough, whole } = took(verdict);
  const standing = stances.certain(verdict);
  if (standing.length >= enough && !whole) {
    for (const voter of standing.filter(name => !voters.has(name))) {
      violations.push({ rule: 'lost', run, voter });
    }
  }
  const state = client.findLast(entry => entry.kind === 'seen')?.state;
  if (state !== 'applied' && state !== 'rejected') {
    violations.push({ rule: 'unfinished', run });
  } else if (!took(VERDICTS[state]).whole) {
    violations.push({ rule: 'untold', run });
  }
  return violations;
}
