import { QueuedRun } from './QueuedRun';
import { byCreation } from './byCreation';

/**
 * Which of two runs of a pipeline comes first: the one that was created first and, of two of the same moment (a tool may tell
 * seconds alone), the one that has begun. By their keys alone, the other would wait for nothing and read as stuck.
 */
export function byTurn(
  a: Pick<QueuedRun, 'key' | 'createdAt' | 'status'>,
  b: Pick<QueuedRun, 'key' | 'createdAt' | 'status'>,
): number {
  return (
    a.createdAt - b.createdAt ||
    Number(hasBegun(b)) - Number(hasBegun(a)) ||
    byCreation(a, b)
  );
}

function hasBegun({ status }: Pick<QueuedRun, 'status'>): boolean {
  return status !== 'pending' && status !== 'queued';
}
