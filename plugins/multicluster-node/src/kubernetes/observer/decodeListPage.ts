import { KubernetesError } from '../transport/KubernetesError';
import { splitListPage } from './splitListPage';
import { TimeSlice } from './TimeSlice';
import { withoutManagedFields } from './withoutManagedFields';

/** What a page says beside its items. @internal */
export interface ListPageMetadata {
  resourceVersion: string;
  /** Token of the next page; undefined on the last. */
  continueToken?: string;
}

/** A page up to this size is parsed at once: that takes less than about 10 ms. */
const WHOLE_BYTES = 1024 * 1024;

/**
 * Reads a page of a list object by object, without holding up the event loop.
 *
 * @param take - called for each item in order
 * @param skip - called for an item that is no JSON or larger than `objectBytes`
 * @throws KubernetesError `malformed` when the page as a whole is no list: nothing may be concluded from it
 * @internal
 */
export async function decodeListPage(
  body: Buffer,
  options: {
    what: string;
    objectBytes: number;
    take(item: unknown): void;
    skip(code: 'malformed' | 'too-large'): void;
  },
): Promise<ListPageMetadata> {
  const { what, take } = options;
  if (body.length <= Math.min(WHOLE_BYTES, options.objectBytes)) {
    const list = parse(body.toString('utf8'));
    const metadata = readMetadata(list, what);
    await inSlices((list as { items: unknown[] }).items, take);
    return metadata;
  }
  const layout = splitListPage(body);
  if (!layout) {
    throw malformed(what);
  }
  const metadata = readMetadata(parse(layout.envelope), what);
  await inSlices(layout.items, ([start, end]) => {
    if (end - start > options.objectBytes) {
      options.skip('too-large');
      return;
    }
    const item = parse(withoutManagedFields(body.toString('utf8', start, end)));
    if (item === undefined) {
      options.skip('malformed');
    } else {
      take(item);
    }
  });
  return metadata;
}

async function inSlices<T>(items: T[], take: (item: T) => void): Promise<void> {
  const slice = TimeSlice.start();
  for (const item of items) {
    take(item);
    if (slice.over) {
      await slice.pause();
    }
  }
}

function readMetadata(list: unknown, what: string): ListPageMetadata {
  const { items, metadata } = (list ?? {}) as {
    items?: unknown;
    metadata?: { resourceVersion?: unknown; continue?: unknown };
  };
  const { resourceVersion, continue: token } = metadata ?? {};
  // A page without a version or with a broken token would end a sweep early, and everything after it would be deleted.
  if (
    !(Array.isArray(items) || items === null) ||
    typeof resourceVersion !== 'string' ||
    resourceVersion === '' ||
    (token !== undefined && typeof token !== 'string')
  ) {
    throw malformed(what);
  }
  if (items === null) {
    (list as { items: unknown }).items = [];
  }
  return { resourceVersion, continueToken: token || undefined };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function malformed(what: string): KubernetesError {
  return new KubernetesError(`${what} failed: the answer is no list`, {
    code: 'malformed',
  });
}
