import { isError } from '@backstage/errors';
import {
  StageLogLine,
  StageLogPage,
} from '@fairway/backstage-plugin-multicluster-node';

/** A page of so many lines is not the last: tools that page their logs do so by fewer. */
const FULL_PAGE = 500;

/** How often in a row a tool may not be reached. */
const PATIENCE = 5;

/** What the log of a stage is made of. */
export type StageLogItem = ({ type: 'line' } & StageLogLine) | { type: 'gap' };

/** How the log of a stage is read. */
export interface StageLogOptions {
  /** The first page, already read. */
  first: StageLogPage;
  read(cursor: string): Promise<StageLogPage>;
  /** Whether nothing more comes of the stage. */
  isOver(): Promise<boolean>;
  /** Whether to wait for what is not written yet. */
  follow: boolean;
  /** Waits until it is worth while to read again; resolves early when nobody reads any more. */
  pause(): Promise<void>;
  signal: AbortSignal;
}

/**
 * The log of a stage, page by page.
 *
 * @remarks
 * Some tools never say that a log is complete, and write its last lines after the stage is over. So it ends when the tool
 * says so, or when the stage was over already and, a pause later, another page is empty.
 */
export async function* stageLogItems(
  options: StageLogOptions,
): AsyncGenerator<StageLogItem> {
  const { follow, signal } = options;
  let page = options.first;
  let cursor: string | undefined;
  let wasOver = false;
  while (!signal.aborted) {
    if (page.gap) {
      yield { type: 'gap' };
    }
    for (const { time, severity, text } of page.lines) {
      yield { type: 'line', ...(time && { time }), severity, text };
    }
    const moved = page.cursor !== undefined && page.cursor !== cursor;
    cursor = page.cursor ?? cursor;
    // Without a place to read on from, all of it would come again.
    if (page.complete || cursor === undefined) {
      return;
    }
    const quiet = page.lines.length === 0 || !moved;
    if (quiet && (!follow || wasOver)) {
      return;
    }
    wasOver = await options.isOver();
    // A log that grows all the time would otherwise be asked for without a rest.
    const grows = follow && !wasOver && page.lines.length < FULL_PAGE;
    if (quiet || grows) {
      await options.pause();
    }
    if (!signal.aborted) {
      page = await readOn(options, cursor);
    }
  }
}

/** A tool that cannot be reached for a moment does not end a log: whoever reads would begin it anew. */
async function readOn(
  { read, pause, signal }: StageLogOptions,
  cursor: string,
): Promise<StageLogPage> {
  for (let failures = 1; ; failures++) {
    try {
      return await read(cursor);
    } catch (error) {
      const mayPass =
        isError(error) && error.name === 'ServiceUnavailableError';
      if (!mayPass || failures > PATIENCE || signal.aborted) {
        throw error;
      }
      await pause();
    }
  }
}
