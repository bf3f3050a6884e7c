import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { StageLogPage, StageLogRequest } from '../../../../contract';
import { Flaws } from './flaws';
import { ToyError, ToyLine, ToyTool } from './ToyTool';

/** Reads a log; the cursor is the position and the text of the last line that was read. */
export async function toyLog(
  tool: ToyTool,
  request: StageLogRequest,
  flaws: Flaws,
): Promise<StageLogPage> {
  const limit = AbortSignal.timeout(request.deadlineMs);
  const signal = flaws.has('has no deadlines')
    ? request.signal
    : AbortSignal.any([request.signal, limit]);
  const lines = await tool
    .readLog({ signal }, request.run.key, request.stageId)
    .catch(error => {
      if (flaws.has('takes an unknown stage for an empty one')) {
        return [];
      }
      throw flaws.has('hands errors on') ? error : translated(error);
    });
  if (lines.length === 0 && flaws.has('takes an empty log for an error')) {
    throw new NotFoundError('There is no log');
  }
  const page = pageOf(lines, request.cursor, flaws);
  const complete = flaws.has('calls every log complete');
  if (flaws.has('fails on an ended stage') && !request.run.active) {
    throw new NotFoundError('The log is not there any more');
  }
  return {
    ...page,
    complete,
    lines: page.lines.map(({ text }) => ({
      severity: flaws.has('makes severities up') ? ('loud' as 'info') : 'info',
      text: flaws.has('passes credentials on')
        ? text
        : masked(tool, text, flaws),
    })),
  };
}

function pageOf(
  lines: ToyLine[],
  cursor: string | undefined,
  flaws: Flaws,
): { lines: ToyLine[]; cursor?: string; gap?: boolean } {
  const last = lines[lines.length - 1];
  const end = last ? JSON.stringify([last.index, last.text]) : cursor;
  if (flaws.has('gives all lines each time') || !cursor) {
    const first = flaws.has('takes the first position for zero')
      ? lines.filter(({ index }) => index < 1000)
      : lines;
    return { lines: first, cursor: end };
  }
  const [index, text] = JSON.parse(cursor) as [number, string];
  const stands = lines.some(l => l.index === index && l.text === text);
  if (!stands && !flaws.has('is silent about gaps')) {
    return { lines, cursor: end, gap: true };
  }
  const rest = lines.filter(l => l.index > index);
  const moved = flaws.has('moves cursors') ? `${cursor} ` : cursor;
  return { lines: rest, cursor: rest.length > 0 ? end : moved };
}

function masked(tool: ToyTool, text: string, flaws: Flaws): string {
  const secrets = [tool.key, tool.hookSecret];
  if (
    flaws.has('masks whole lines') &&
    secrets.some(secret => text.includes(secret))
  ) {
    return '***';
  }
  return secrets.reduce((line, secret) => line.split(secret).join('***'), text);
}

function translated(error: unknown): unknown {
  if (!(error instanceof ToyError)) {
    return error;
  }
  switch (error.kind) {
    case 'not-found':
      return new NotFoundError('The toy tool knows no such run or stage');
    case 'unauthenticated':
    case 'forbidden':
      return new NotAllowedError('The toy tool refused the credential');
    default:
      return new ServiceUnavailableError('The toy tool did not answer');
  }
}
