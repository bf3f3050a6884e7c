import { NotFoundError } from '@backstage/errors';
import {
  RunFact,
  StageLogPage,
  StageLogRequest,
} from '@fairway/backstage-plugin-multicluster-node';
import { PipecdRun, PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { ProjectReader } from '../ProjectReader';
import { pageOf } from './pageOf';
import { readCursor, writeCursor } from './LogCursor';
import { toReadError } from './toReadError';

/**
 * Reads a part of the log of a stage.
 *
 * @remarks
 * A stage that wrote nothing yet answers as one that does not exist; which stages there are is known from the run. That PipeCD
 * calls a log completed is not enough: it is believed of a stage that is over. Some are never called so.
 *
 * @throws NotAllowedError, NotFoundError or ServiceUnavailableError that names who refused
 * @internal
 */
export async function readLog(
  reader: Pick<ProjectReader, 'stageLog' | 'deployment'>,
  request: StageLogRequest & {
    run: RunFact<PipecdRun>;
    /** Values that are masked. */
    secrets: readonly string[];
  },
): Promise<StageLogPage> {
  const { run, stageId, attempt, secrets, deadlineMs, signal } = request;
  const stage = run.native.stages.find(({ key }) => key === stageId);
  if (!stage) {
    throw new NotFoundError('The run has no such stage');
  }
  const cursor = readCursor(request.cursor);
  try {
    const log = await reader.stageLog(
      {
        deploymentId: run.key,
        stageId: stage.id,
        retried: attempt === undefined ? stage.retried : attempt - 1,
        // What was served last comes once more, to see whether it is still the same.
        from: cursor?.[0]?.index ?? 0,
      },
      { deadlineMs, signal },
    );
    if (!log && !cursor) {
      // The same answer as for a run that does not exist.
      await reader.deployment(run.key, { deadlineMs, signal });
      // Without a place to read on from, whoever follows the log from the first second on would take this for its end.
      return { lines: [], cursor: writeCursor([]), complete: false };
    }
    return pageOf(log?.blocks ?? [], cursor, {
      complete: isOver(stage) && (log?.completed ?? false),
      secrets,
    });
  } catch (error) {
    throw toReadError(error);
  }
}

function isOver({ status }: PipecdStage): boolean {
  const open: number[] = [StageStatus.NOT_STARTED_YET, StageStatus.RUNNING];
  return !open.includes(status);
}
