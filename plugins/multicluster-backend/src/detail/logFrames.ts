import { LogFrame } from '@fairway/backstage-plugin-multicluster-common';
import { DetailLogLine } from '@fairway/backstage-plugin-multicluster-node';
import { followFrames, LogFrameOptions } from './followFrames';

/** Lines of the log of a container as frames, see {@link followFrames}. */
export function logFrames(
  lines: AsyncIterable<DetailLogLine>,
  options: LogFrameOptions,
): AsyncGenerator<LogFrame> {
  return followFrames(asLines(lines), options);
}

async function* asLines(lines: AsyncIterable<DetailLogLine>) {
  for await (const line of lines) {
    yield { type: 'line' as const, ...line };
  }
}
