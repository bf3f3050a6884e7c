import { isOwnedBy } from './isOwnedBy';
import { JudgedRequest } from './JudgedRequest';
import { ViewerFacts } from './ViewerFacts';

/** Whether it is a viewer's work to say how what halted goes on, as the act itself asks; without anybody named, whoever may. */
export function mayResolve(
  { halted, owners }: Pick<JudgedRequest, 'halted' | 'owners'>,
  viewer: Pick<ViewerFacts, 'person'>,
): boolean {
  const named = halted?.owners ?? [];
  return named.length === 0 || isOwnedBy([...named, ...owners], viewer);
}
