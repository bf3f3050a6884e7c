import {
  isNotModified,
  MulticlusterRequestOptions,
  NotModified,
} from '@fairway/backstage-plugin-multicluster-common';

/** A page of a list as the API answers it. @internal */
export interface ListPage {
  revision: string;
  nextCursor?: string;
  hint?: string;
}

/** The pages of a list that were read so far. @public */
export interface ListPages<P> {
  pages: P[];
  /** Where each page started; the first is undefined. */
  cursors: Array<string | undefined>;
  /** When the oldest page was last confirmed. */
  observedAt?: string;
  /** What the list is called on the signal channel. */
  hint?: string;
}

/**
 * Reads the first pages of a list, asking for those that changed only. A page keeps its revision while its cursor stays
 * the same, so pages behind an insertion are read anew.
 *
 * @param trusted - how many pages of `previous` are taken as they are, because they were read a moment ago: asking again for
 *   all of them at each step to the next would make a list of 40 pages 820 requests
 *
 * @internal
 */
export async function readPages<P extends ListPage & { observedAt?: string }>(
  previous: ListPages<P> | undefined,
  count: number,
  signal: AbortSignal,
  ask: (
    cursor: string | undefined,
    options: MulticlusterRequestOptions,
  ) => Promise<P | NotModified>,
  trusted = 0,
): Promise<ListPages<P>> {
  const pages: P[] = [];
  const cursors: Array<string | undefined> = [];
  let cursor: string | undefined;
  for (let index = 0; index < count; index++) {
    const known =
      previous &&
      index < previous.pages.length &&
      previous.cursors[index] === cursor
        ? previous.pages[index]
        : undefined;
    const answer =
      known && index < trusted
        ? known
        : await ask(cursor, { signal, ifNoneMatch: known?.revision });
    const page = isNotModified(answer) ? known : answer;
    if (!page) {
      throw new Error('Nothing changed since a version that was never read');
    }
    pages.push(page);
    cursors.push(cursor);
    cursor = page.nextCursor;
    if (cursor === undefined) {
      break;
    }
  }
  if (
    previous?.pages.length === pages.length &&
    pages.every((page, index) => page === previous.pages[index])
  ) {
    return previous;
  }
  const times = pages.map(page => page.observedAt ?? '').sort();
  // A page that was never confirmed leaves the whole list without a time.
  const oldest = times[0] || undefined;
  return { pages, cursors, observedAt: oldest, hint: pages[0]?.hint };
}
