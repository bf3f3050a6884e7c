import { WorkloadClaim } from './EntityClaim';

// [controlPlane:]Kind[.group]/namespace/name, or Kind[.group]/name for cluster-scoped kinds
const CLAIM =
  /^(?:([^:/]+):)?([A-Za-z][A-Za-z0-9]*)(?:\.([A-Za-z0-9.-]+))?\/(?:([^/:]*)\/)?([^/]+)$/;

/** Reads `fairway.io/workloads`; parts that cannot be read are given back as written. */
export function parseWorkloadClaims(text: string): {
  claims: WorkloadClaim[];
  unread: string[];
} {
  const claims: WorkloadClaim[] = [];
  const unread: string[] = [];
  for (const part of text.split(',').map(item => item.trim())) {
    const match = CLAIM.exec(part);
    if (match) {
      const [, controlPlane, kind, group = '', namespace = '', name] = match;
      claims.push({
        ...(controlPlane && { controlPlane }),
        group,
        kind,
        namespace,
        name,
      });
    } else if (part) {
      unread.push(part);
    }
  }
  return { claims, unread };
}
