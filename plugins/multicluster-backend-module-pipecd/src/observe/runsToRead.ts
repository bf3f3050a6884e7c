import { RunBook } from './RunBook';

/** An active run that no list has named for this long is read by itself. */
const REREAD_MS = 60_000;
/** How many a round reads at most because nobody named them for a while. */
const REREADS = 10;
/** How many a round reads because a webhook named them, or because they are on screen. */
const NAMED = 50;
/** As PipeCD makes them; anything else a webhook may have invented. */
const ID = /^[\w-]{1,64}$/;

/**
 * Which runs to read one by one: those that a webhook named, those on screen that are not over, those that were stored before
 * this observation began, and those that no list has named for a while.
 *
 * @internal
 */
export function runsToRead(
  book: RunBook,
  wanted: { hinted: string[]; watched: string[] },
  at: number,
): string[] {
  const watched = wanted.watched.filter(key => !book.isOver(key));
  const due = [...book.active]
    .filter(([, { readAt }]) => at - readAt >= REREAD_MS)
    .sort(([, a], [, b]) => (a.readAt === b.readAt ? 0 : a.readAt - b.readAt))
    .map(([key]) => key);
  return [
    ...new Set([
      ...wanted.hinted.slice(0, NAMED),
      ...watched.slice(0, NAMED),
      ...due.slice(0, REREADS),
    ]),
  ].filter(key => ID.test(key));
}
