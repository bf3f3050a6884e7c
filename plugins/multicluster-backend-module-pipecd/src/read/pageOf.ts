import {
  StageLogLine,
  StageLogPage,
} from '@fairway/backstage-plugin-multicluster-node';
import { isoTime } from '../project/isoTime';
import { RawLogBlock } from '../wire/messages';
import { LogCursor, markOf, writeCursor } from './LogCursor';

const SEVERITIES = ['info', 'success', 'error'] as const;
/** Blocks of one page; the rest comes with the next. */
const BLOCKS = 2_000;

/**
 * What is new in the blocks of a log since a cursor.
 *
 * @remarks
 * Within one execution indexes count without a hole. A piped that was killed loses the last blocks, even served ones, and one
 * that was restarted begins again at the second it started, which is higher: blocks of the cursor are then missing or others,
 * or there is a hole before what is new. Both are gaps, told once.
 *
 * @param given - from the first index of the cursor on, in any order
 * @param options - `complete`: the stage is over and PipeCD says that its log is
 * @internal
 */
export function pageOf(
  given: readonly RawLogBlock[],
  cursor: LogCursor | undefined,
  options: { complete: boolean; secrets: readonly string[] },
): StageLogPage {
  const blocks = [...given].sort((a, b) => indexOf(a) - indexOf(b));
  const kept = keptOf(blocks, cursor ?? []);
  const from = kept.at(-1)?.index ?? -1;
  const news = blocks.filter(block => indexOf(block) > from);
  const fresh = news.slice(0, BLOCKS);
  const gap =
    cursor !== undefined &&
    (kept.length < cursor.length || (from >= 0 && hasHole(fresh, from)));
  const next = [
    ...kept,
    ...fresh.map(block => ({ index: indexOf(block), mark: markOf(block) })),
  ];
  return {
    lines: fresh.flatMap(block => linesOf(block, options.secrets)),
    cursor: writeCursor(next),
    complete: options.complete && fresh.length === news.length,
    ...(gap && { gap }),
  };
}

/** The blocks of the cursor that are still what they were, up to the first that is not. */
function keptOf(blocks: readonly RawLogBlock[], cursor: LogCursor): LogCursor {
  const marks = new Map(blocks.map(block => [indexOf(block), markOf(block)]));
  const lost = cursor.findIndex(({ index, mark }) => marks.get(index) !== mark);
  return lost < 0 ? cursor : cursor.slice(0, lost);
}

function hasHole(fresh: readonly RawLogBlock[], from: number): boolean {
  return fresh.some((block, place) => {
    const before = place === 0 ? from : indexOf(fresh[place - 1]);
    return indexOf(block) > before + 1;
  });
}

function linesOf(
  { log = '', severity = 0, created_at }: RawLogBlock,
  secrets: readonly string[],
): StageLogLine[] {
  const time = isoTime(created_at);
  return log
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map(text => ({
      ...(time && { time }),
      severity: SEVERITIES[severity] ?? 'info',
      text: masked(text, secrets),
    }));
}

function masked(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(secret => secret !== '')
    .reduce((safe, secret) => safe.split(secret).join('[redacted]'), text);
}

function indexOf({ index = 0 }: RawLogBlock): number {
  return index;
}
