import { ToolEntry } from '../tool/ToolEntry';
import { Violation } from './Violation';

/**
 * - `twice`: the decision of one person arrived more than once, whether it was counted or came too late for that; that of somebody
 *   who had not been heard before may come late.
 */
export function checkTwice(tool: readonly ToolEntry[]): Violation[] {
  const heard = new Set<string>();
  const twice = new Map<string, Violation>();
  for (const entry of tool) {
    if (entry.kind !== 'told') {
      const { run, voter } = entry;
      const key = JSON.stringify([run, voter]);
      if (heard.has(key)) {
        twice.set(key, { rule: 'twice', run, voter });
      }
      heard.add(key);
    }
  }
  return [...twice.values()];
}
