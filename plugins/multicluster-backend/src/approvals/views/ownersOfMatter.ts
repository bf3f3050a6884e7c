import { OpenRequest } from './OpenRequest';

/** Who owns any confirmed entity of a request; each once, sorted where several do. */
export function ownersOfMatter(
  { entityRefs }: Pick<OpenRequest, 'entityRefs'>,
  owners: ReadonlyMap<string, string[]>,
): string[] {
  return entityRefs.length === 1
    ? owners.get(entityRefs[0]) ?? []
    : [...new Set(entityRefs.flatMap(ref => owners.get(ref) ?? []))].sort();
}
