import { RunStatus } from '@fairway/backstage-plugin-multicluster-common';

const runs = new Map<string, RunStatus>([
  ['PENDING', 'pending'],
  ['RUNNING', 'running'],
  ['WAITING', 'waiting'],
  ['SUCCEEDED', 'succeeded'],
  ['FAILED', 'failed'],
  ['CANCELLED', 'cancelled'],
  ['SKIPPED', 'skipped'],
]);

/** What the tool calls a run or a stage, in the words of the portal; undefined: nobody knows it. @internal */
export function statusOf(native: string): RunStatus | undefined {
  return runs.get(native);
}
