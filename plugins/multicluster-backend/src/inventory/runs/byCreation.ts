import { QueuedRun } from './QueuedRun';

/** Which of two runs was created first; the key decides where both were at the same moment. */
export function byCreation(
  a: Pick<QueuedRun, 'key' | 'createdAt'>,
  b: Pick<QueuedRun, 'key' | 'createdAt'>,
): number {
  return (
    a.createdAt - b.createdAt || (a.key < b.key ? -1 : Number(a.key > b.key))
  );
}
