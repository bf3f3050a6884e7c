import { ViewerFacts } from './ViewerFacts';

/** Whether a viewer, or a group of theirs, is among some owners. */
export function isOwnedBy(
  owners: readonly string[],
  { person }: Pick<ViewerFacts, 'person'>,
): boolean {
  return owners.some(
    owner => owner === person?.ref || person?.groups.includes(owner),
  );
}
