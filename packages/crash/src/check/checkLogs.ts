import { ToolEntry } from '../tool/ToolEntry';
import { ClientEntry } from './ClientEntry';

/** What must hold whatever crashed, and did not. */
export interface Violation {
  rule: 'lost' | 'twice' | 'unasked' | 'no-row' | 'unfinished' | 'untold';
  run: string;
  voter?: string;
}

/**
 * Judges by the log of the tool and the log of the people alone, never by the portal's own tables, which is what is on trial:
 *
 * - `lost`: the portal said that it has an approval, enough of them came together, and the tool never saw it;
 * - `twice`: an approval of one person had its effect more than once;
 * - `unasked`: something had its effect that nobody asked for;
 * - `no-row`: something had its effect, and the portal does not know the vote;
 * - `unfinished`: enough people asked until they were answered, all was given the time it needs, and the portal does not say that
 *   it took effect; a round in which everybody is turned away proves nothing;
 * - `untold`: the portal says that it took effect, and the tool knows nothing of it.
 *
 * @param needed - how many people have to approve a run, at the tool and by the policy
 */
export function checkLogs(
  tool: readonly ToolEntry[],
  client: readonly ClientEntry[],
  needed: number,
): Violation[] {
  const runs = new Set([...tool, ...client].map(({ run }) => run));
  return [...runs].flatMap(run =>
    checkRun(
      run,
      tool.filter(entry => entry.run === run),
      client.filter(entry => entry.run === run),
      needed,
    ),
  );
}

function checkRun(
  run: string,
  tool: ToolEntry[],
  client: ClientEntry[],
  needed: number,
): Violation[] {
  const effective = tool.map(({ voter }) => voter);
  const of = (kind: 'asked' | 'accepted') =>
    new Set(
      client.flatMap(entry => (entry.kind === kind ? [entry.voter] : [])),
    );
  const asked = of('asked');
  const accepted = of('accepted');
  const seen = client.findLast(entry => entry.kind === 'seen');
  const enough = accepted.size >= needed;
  const distinct = [...new Set(effective)];
  const violations: Violation[] = [];
  for (const voter of distinct) {
    if (effective.filter(name => name === voter).length > 1) {
      violations.push({ rule: 'twice', run, voter });
    }
    if (!asked.has(voter)) {
      violations.push({ rule: 'unasked', run, voter });
    }
    if (!seen?.voters.includes(voter)) {
      violations.push({ rule: 'no-row', run, voter });
    }
  }
  if (enough && distinct.length < needed) {
    for (const voter of accepted) {
      if (!distinct.includes(voter)) {
        violations.push({ rule: 'lost', run, voter });
      }
    }
  }
  if (asked.size >= needed && seen?.state !== 'applied') {
    violations.push({ rule: 'unfinished', run });
  }
  if (seen?.state === 'applied' && distinct.length < needed) {
    violations.push({ rule: 'untold', run });
  }
  return violations;
}
