import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Target } from '../http/Target';
import { ResourceType } from '../ObjectStore';
import { continueToken } from '../represent/continueToken';
import { matchesSelectors } from '../represent/matchesSelectors';
import { StatusError } from '../StatusError';
import { KeyedObjects } from '../store/KeyedObjects';
import { StoredObject } from '../store/StoredObject';
import { ListOptions } from './listOptions';

/** Objects of one page, and the metadata of the list they stand in. */
export interface Page {
  items: StoredObject[];
  metadata: {
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  };
}

/** Cuts a page out of the state the list shows. */
export function pageOf(
  context: ApiServerContext,
  target: Target,
  query: URLSearchParams,
  options: ListOptions,
): Page {
  const { type, namespace } = target;
  const prefix = namespace ? `${namespace}/` : '';
  const { entries, resourceVersion } = stateFor(context, type, options);
  const start = KeyedObjects.lowerBound(
    entries,
    `${prefix}${options.token?.start ?? ''}`,
  );
  const end = prefix
    ? KeyedObjects.lowerBound(entries, `${namespace}0`)
    : entries.length;
  const test = matchesSelectors(query, { custom: type.served === 'custom' });
  // With resourceVersion=0 the watch cache answers, which does not page: the whole list comes at once.
  const limit = options.resourceVersion === 0 ? 0 : options.limit;
  context.faults.checkPage(
    context.name,
    target,
    limit
      ? Math.floor((start - KeyedObjects.lowerBound(entries, prefix)) / limit) +
          1
      : 1,
  );
  const { items, next } = taken(entries, { start, end, limit, test });
  const more = next < end;
  return {
    items,
    metadata: {
      resourceVersion: String(resourceVersion),
      ...(more && {
        continue: continueToken.encode({
          resourceVersion,
          start: `${items[items.length - 1].key.slice(prefix.length)}\0`,
        }),
      }),
      ...(more && !test && { remainingItemCount: end - next }),
    },
  };
}

function taken(
  entries: readonly StoredObject[],
  range: {
    start: number;
    end: number;
    limit: number;
    test?: (entry: StoredObject) => boolean;
  },
): { items: StoredObject[]; next: number } {
  const { start, end, limit, test } = range;
  if (!test) {
    const next = limit ? Math.min(end, start + limit) : end;
    return { items: entries.slice(start, next), next };
  }
  const items: StoredObject[] = [];
  let next = start;
  for (; next < end; next += 1) {
    if (test(entries[next])) {
      if (limit && items.length === limit) {
        break;
      }
      items.push(entries[next]);
    }
  }
  return { items, next };
}

/** The state a list shows: the newest, the one of its first page, or exactly the one asked for. */
function stateFor(
  { store }: ApiServerContext,
  type: ResourceType,
  options: ListOptions,
): { entries: readonly StoredObject[]; resourceVersion: number } {
  const newest = store.resourceVersion;
  const asked = options.token
    ? options.token.resourceVersion
    : options.resourceVersion ?? 0;
  if (asked > newest) {
    throw failures.resourceVersionTooLarge(asked, newest);
  }
  if (asked <= 0 || !(options.token || options.exact)) {
    return { entries: store.entries(type), resourceVersion: newest };
  }
  const entries = store.entriesAt(type, asked);
  if (entries) {
    return { entries, resourceVersion: asked };
  }
  throw options.token
    ? expiredToken(options.token.start)
    : failures.expired('The resourceVersion for the provided list is too old.');
}

/** Comes with a token to go on at the newest state, for clients that can bear a seam. */
function expiredToken(start: string): StatusError {
  const error = failures.expired(
    'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
  );
  error.status.metadata.continue = continueToken.encode({
    resourceVersion: -1,
    start,
  });
  return error;
}
