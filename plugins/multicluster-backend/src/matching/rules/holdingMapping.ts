import { EntityClaim } from './EntityClaim';

interface Holder {
  ownerRef?: string;
  systemRef?: string;
}

/** The first of the mappings that cover something which speaks for the entity. */
export function holdingMapping<T extends Holder>(
  covering: T[],
  claim: EntityClaim,
): T | undefined {
  const given = (ref: string) => covering.some(item => item.ownerRef === ref);
  return covering.find(
    ({ ownerRef, systemRef }) =>
      (ownerRef !== undefined || systemRef !== undefined) &&
      (systemRef === undefined || systemRef === claim.systemRef) &&
      (ownerRef === undefined ||
        // Every owner gets the rights of one, so one who holds it does not bring in another who does not.
        (ownerRef === claim.ownerRef &&
          (claim.coOwnerRefs ?? []).every(given))),
  );
}
