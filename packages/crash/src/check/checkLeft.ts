import { PlaneEntry } from '../plane/PlaneEntry';
import { PlaneLane } from '../plane/PlaneLane';
import { Violation } from './Violation';

/**
 * Judges lanes when everything is over:
 *
 * - `unasked`: something was released after the change that it is about was over;
 * - `open`: a lane is not held.
 */
export function checkLeft(
  left: readonly PlaneEntry[],
  lanes: ReadonlyArray<Pick<PlaneLane, 'name' | 'content' | 'holds'>>,
): Violation[] {
  const late = left.flatMap((entry): Violation[] =>
    'cluster' in entry
      ? [{ rule: 'unasked', run: entry.run, cluster: entry.cluster }]
      : [],
  );
  const open = lanes
    .filter(({ holds }) => holds !== 'all')
    .map(({ content }): Violation => ({ rule: 'open', run: content }));
  return [...late, ...open];
}
