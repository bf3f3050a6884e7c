import { LeaseKey, LeaseRow } from './LeaseRow';

/** What one replica should do about the leases now. */
export interface LeaseMoves {
  acquire: LeaseRow[];
  /** One to give away, because another replica has at least two fewer. */
  release?: LeaseKey;
}

/**
 * Shares the leases evenly, decided by each replica for itself.
 *
 * @remarks
 * Every replica sees the same rows and comes to the same answer: free leases go to those that have the fewest. One that
 * the replica it is meant for leaves lying is taken by anybody, so that a replica that is listed but stuck holds nothing
 * up.
 *
 * @param options - `replicas`: those alive, `me` included; `lyingMs`: after how long a free lease is anybody's
 */
export function leaseMoves(options: {
  me: string;
  replicas: string[];
  leases: LeaseRow[];
  lyingMs: number;
}): LeaseMoves {
  const { me, leases, lyingMs } = options;
  const replicas = [...new Set([me, ...options.replicas])].sort();
  const counts = new Map(replicas.map(replica => [replica, 0]));
  const free: LeaseRow[] = [];
  for (const lease of leases) {
    const count = counts.get(lease.owner);
    if (lease.expiredForMs >= 0) {
      free.push(lease);
    } else if (count !== undefined) {
      counts.set(lease.owner, count + 1);
    }
  }

  const acquire: LeaseRow[] = [];
  for (const lease of free.sort(byKey)) {
    const next = least(counts);
    counts.set(next, (counts.get(next) ?? 0) + 1);
    if (next === me || lease.expiredForMs >= lyingMs) {
      acquire.push(lease);
    }
  }
  if (free.length > 0) {
    return { acquire };
  }
  const mine = leases.filter(lease => lease.owner === me).sort(byKey);
  return { acquire, release: mayRelease(counts, me) ? mine.at(-1) : undefined };
}

// Only the first of those that have the most: two that release at once would leave both with too few.
function mayRelease(counts: Map<string, number>, me: string): boolean {
  const most = Math.max(...counts.values());
  const fewest = Math.min(...counts.values());
  const richest = [...counts].find(([, count]) => count === most)?.[0];
  return most - fewest >= 2 && richest === me;
}

function least(counts: Map<string, number>): string {
  const [first] = [...counts].sort((a, b) => a[1] - b[1]);
  return first[0];
}

function byKey(a: LeaseKey, b: LeaseKey): number {
  return a.sourceId - b.sourceId || (a.facet < b.facet ? -1 : 1);
}
