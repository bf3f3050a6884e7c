import assert from 'node:assert/strict';
import { RunningRunsObservation } from './startObservation';

/** No secret is in anything that an observation passed on. @internal */
export function assertSilent(
  { sink, report, logged }: RunningRunsObservation,
  secrets: readonly string[],
): void {
  const told = JSON.stringify([
    sink.calls,
    [...report.lanes],
    report.sourceFacts(),
    report.rbac() ?? '',
    logged,
  ]);
  for (const secret of secrets) {
    assert.ok(!told.includes(secret), 'a secret was passed on');
  }
}
