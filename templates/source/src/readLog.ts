import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  StageLogPage,
  StageLogRequest,
} from '@fairway/backstage-plugin-multicluster-node';
import { LineMessage } from './messages';
import { SampleToolClient } from './SampleToolClient';
import { SampleToolError } from './SampleToolError';

/**
 * A part of a log. The cursor is the position and the text of the last line that was served: when that line is no longer there,
 * lines are gone, and everything that is left is served after a gap.
 *
 * @internal
 */
export async function readLog(
  client: SampleToolClient,
  request: StageLogRequest,
  secrets: readonly string[],
): Promise<StageLogPage> {
  const { run, stageId, cursor, ...call } = request;
  const { lines, done } = await client
    .log(run.key, stageId, call)
    .catch(error => {
      throw translated(error);
    });
  const last = lines[lines.length - 1];
  const end = last ? cursorOf(last) : cursor;
  const at = lines.findIndex(line => cursorOf(line) === cursor);
  const gap = cursor !== undefined && at < 0;
  return {
    lines: lines.slice(at + 1).map(({ at: time, text }) => ({
      time,
      severity: 'info',
      text: masked(text, secrets),
    })),
    cursor: end,
    complete: done,
    ...(gap && { gap }),
  };
}

function cursorOf({ position, text }: LineMessage): string {
  return `${position} ${text}`;
}

function masked(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (line, secret) => line.split(secret).join('***'),
    text.replace(/[\r\n]+/g, ' '),
  );
}

function translated(error: unknown): unknown {
  if (!(error instanceof SampleToolError)) {
    return error;
  }
  switch (error.code) {
    case 'not-found':
      return new NotFoundError('Sample tool knows no such run or stage');
    case 'unauthenticated':
    case 'forbidden':
      return new NotAllowedError('Sample tool refused the token of the portal');
    default:
      return new ServiceUnavailableError(`Sample tool: ${error.message}`);
  }
}
