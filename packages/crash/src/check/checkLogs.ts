import { ToolEntry } from '../tool/ToolEntry';
import { checkEffects } from './checkEffects';
import { checkEnd } from './checkEnd';
import { ClientEntry } from './ClientEntry';
import { Violation } from './Violation';

/**
 * Judges by the log of the tool and the log of the people alone, never by the portal's own tables, which is what is on trial.
 *
 * @param needed - how many people have to approve a run, at the tool and by the policy; one refuses it
 */
export function checkLogs(
  tool: readonly ToolEntry[],
  client: readonly ClientEntry[],
  needed: number,
): Violation[] {
  const runs = new Set([...tool, ...client].map(({ run }) => run));
  return [...runs].flatMap(run => {
    const ofTool = tool.filter(entry => entry.run === run);
    const ofClient = client.filter(entry => entry.run === run);
    return [
      ...checkEffects(run, ofTool, ofClient, needed),
      ...checkEnd(run, ofTool, ofClient, needed),
    ];
  });
}
