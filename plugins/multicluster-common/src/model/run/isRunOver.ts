import { RunStatus } from './RunStatus';

const OVER: ReadonlySet<RunStatus> = new Set([
  'succeeded',
  'failed',
  'cancelled',
  'skipped',
]);

/** Whether nothing more comes of a run or a stage. `unknown` is not over: it is asked again. @public */
export function isRunOver(status: RunStatus): boolean {
  return OVER.has(status);
}
