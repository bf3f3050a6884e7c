import { PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';

/**
 * Names this opening of a gate: deployment, stage, and how often it was opened, zero before the first time. A restart of the
 * piped goes on with the same opening (votes are kept or read again), although the start that PipeCD reports moves; so that a
 * decision can be held against a fresh answer of PipeCD with no memory of starts.
 *
 * @internal
 */
export function gateVersion(
  runKey: string,
  stage: Pick<PipecdStage, 'key' | 'status' | 'retried'>,
): string {
  const opened =
    stage.status === StageStatus.NOT_STARTED_YET ? 0 : stage.retried + 1;
  return `${runKey}/${stage.key}/${opened}`;
}
