import { hostname } from 'node:os';
import { kill, pid } from 'node:process';

/**
 * Whether a replica of that name ran on this host and is gone.
 *
 * Only to be believed where all replicas share a process table, which those that share a SQLite file do: a portal that
 * was killed and started again then goes on at once, instead of waiting for the lease of its former self to run out.
 */
export function isDeadNeighbour(owner: string): boolean {
  const [host, id] = owner.split('/');
  const other = Number(id);
  if (host !== hostname() || !Number.isInteger(other) || other === pid) {
    return false;
  }
  try {
    kill(other, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
