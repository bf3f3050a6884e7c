import { ToolEntry } from '../tool/ToolEntry';
import { checkEffects } from './checkEffects';
import { checkEnd } from './checkEnd';
import { checkTrail } from './checkTrail';
import { ClientEntry } from './ClientEntry';
import { checkVotes } from './checkVotes';
import { Violation } from './Violation';

/**
 * Judges one run by the log of the tool and the log of the people alone, never by the portal's own tables, which is what is on
 * trial. A run of which nothing was written at all is judged too: nobody was ever asked about it.
 *
 * @param needed - how many people have to approve it, at the tool and by the policy; one refuses it
 */
export function checkRun(
  run: string,
  tool: readonly ToolEntry[],
  client: readonly ClientEntry[],
  needed: number,
): Violation[] {
  return [
    ...checkEffects(run, tool, client, needed),
    ...checkEnd(run, tool, client, needed),
    ...checkVotes(run, client),
    ...checkTrail(run, client),
  ];
}
