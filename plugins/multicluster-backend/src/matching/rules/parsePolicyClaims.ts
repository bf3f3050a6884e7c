import { PolicyClaim } from './EntityClaim';

// [controlPlane:]namespace/name, or [controlPlane:]name for a cluster-scoped policy
const CLAIM = /^(?:([^:/]+):)?(?:([^/:]+)\/)?([^/:]+)$/;

/** Reads `fairway.io/policy`; parts that cannot be read are given back as written. */
export function parsePolicyClaims(text: string): {
  claims: PolicyClaim[];
  unread: string[];
} {
  const claims: PolicyClaim[] = [];
  const unread: string[] = [];
  for (const part of text.split(',').map(item => item.trim())) {
    const match = CLAIM.exec(part);
    if (match) {
      const [, controlPlane, namespace = '', name] = match;
      claims.push({ ...(controlPlane && { controlPlane }), namespace, name });
    } else if (part) {
      unread.push(part);
    }
  }
  return { claims, unread };
}
