import { createHash } from 'node:crypto';
import { RawLogBlock } from '../wire/messages';

/**
 * How far a log was served: the last blocks, oldest first, by index and text, so that it is noticed when they are gone or
 * others stand in their place. Empty: at the beginning.
 *
 * @internal
 */
export type LogCursor = ReadonlyArray<{ index: number; mark: string }>;

/** So many last blocks are recognised. */
const TRAIL = 8;
const BEGINNING = 'start';

/** {@inheritDoc LogCursor} @internal */
export function writeCursor(cursor: LogCursor): string {
  const trail = cursor.slice(-TRAIL);
  return trail.length === 0
    ? BEGINNING
    : trail.map(({ index, mark }) => `${index}.${mark}`).join('_');
}

/** Undefined for what was not written by {@link writeCursor}: the log is then read from its beginning. @internal */
export function readCursor(text: string | undefined): LogCursor | undefined {
  if (text === BEGINNING) {
    return [];
  }
  if (!text || !/^(\d{1,15}\.[0-9a-f]{8}(_|$)){1,8}$/.test(text)) {
    return undefined;
  }
  return text.split('_').map(part => {
    const [index, mark] = part.split('.');
    return { index: Number(index), mark };
  });
}

/** What a block is recognised by. @internal */
export function markOf({ log = '' }: RawLogBlock): string {
  return createHash('sha256').update(log).digest('hex').slice(0, 8);
}
