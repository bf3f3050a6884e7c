import { EntityClaim } from './EntityClaim';

/** All owners of an entity as one text, to tell whether two entities have the same. */
export function ownersOf(claim: EntityClaim): string {
  return [claim.ownerRef ?? '', ...(claim.coOwnerRefs ?? [])].sort().join(' ');
}
