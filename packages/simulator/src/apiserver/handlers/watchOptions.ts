import { failures } from '../failures';
import { StatusError } from '../StatusError';
import { ApiServerContext } from '../ApiServerContext';
import { listOptions } from './listOptions';

const LONGEST_SECONDS = 1800;

/** Where a watch starts and how it is kept. */
export interface WatchOptions {
  /** `initial`: existing objects come first; `from`: changes after a resourceVersion. */
  start: { from: number } | 'initial';
  /** A bookmark closes the initial events; it does so also when they were not asked for by name. */
  closing: boolean;
  bookmarks: boolean;
  timeoutSeconds: number;
  /** What the storage cannot do, told inside the stream. */
  broken: StatusError | undefined;
}

/** Reads and checks the parameters of a watch, with the refusals of a real server. */
export function watchOptions(
  query: URLSearchParams,
  offered: ApiServerContext['streamingList'],
): WatchOptions {
  const { resourceVersion } = listOptions(query);
  const asked = query.get('sendInitialEvents');
  if (asked !== null && offered === 'refused') {
    throw failures.invalidOptions(
      'ListOptions',
      'sendInitialEvents',
      'Forbidden: sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled',
    );
  }
  if (asked !== null && query.get('resourceVersionMatch') !== 'NotOlderThan') {
    throw failures.invalidOptions(
      'ListOptions',
      'resourceVersionMatch',
      'Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  }
  if (asked === null && query.get('resourceVersionMatch')) {
    throw failures.invalidOptions(
      'ListOptions',
      'resourceVersionMatch',
      'Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
    );
  }
  const bookmarks = ['true', '1'].includes(
    query.get('allowWatchBookmarks') ?? '',
  );
  const streamingList = ['true', '1'].includes(asked ?? '');
  const fromNow = !resourceVersion;
  return {
    start: streamingList || fromNow ? 'initial' : { from: resourceVersion },
    closing: bookmarks && (streamingList || fromNow),
    bookmarks,
    timeoutSeconds: Number(query.get('timeoutSeconds')) || LONGEST_SECONDS,
    broken:
      offered === 'broken-storage' && bookmarks && fromNow
        ? new StatusError(
            500,
            'InternalError',
            'a watch stream was requested by the client but the required storage feature RequestWatchProgress is disabled',
          )
        : undefined,
  };
}
