import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { matchesSelectors } from '../represent/matchesSelectors';
import { representation } from '../represent/representation';
import { typeKey } from '../types/typeKey';
import { encodeEvent } from '../watch/encodeEvent';
import { strikeWatch } from '../watch/strikeWatch';
import { WatchStream } from '../watch/WatchStream';
import { WatchView } from '../watch/WatchView';
import { WatchOptions, watchOptions } from './watchOptions';

/** A watch that is shorter than this gets no bookmark before it ends. */
const LAST_BOOKMARK_SECONDS = 2;

/** `GET …/{resource}?watch=1`: one JSON object a line, until the client goes or the time is over. */
export function watchObjects(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
): void {
  const { type, namespace } = target;
  const { query } = exchange;
  const options = watchOptions(query, context.streamingList);
  const view = {
    type,
    namespace,
    form: representation(exchange.headers.accept),
    now: context.store.now(),
    include: query.get('includeObject') ?? 'Metadata',
    test: matchesSelectors(query, { custom: type.served === 'custom' }),
  };
  exchange.head(200, { 'content-type': 'application/json' });
  exchange.response.flushHeaders();
  const stream = WatchStream.create(exchange.response);
  const strikes = strikeWatch(context, exchange, target, stream);
  const watch = WatchView.create(view, stream, strikes.counted);
  if (options.broken) {
    stream.fail(options.broken);
    return;
  }
  const from = begin(context, target, options, watch, stream);
  if (from !== undefined) {
    follow(context, target, { options, watch, stream, from });
  }
}

/**
 * Sends what precedes the live part. Returns the resourceVersion after which live changes are of interest; undefined
 * when the stream has ended with an error.
 */
function begin(
  { store }: ApiServerContext,
  { type }: Target,
  { start }: WatchOptions,
  watch: WatchView,
  stream: WatchStream,
): number | undefined {
  if (start === 'initial') {
    // A copy: the world moves on while the client reads.
    stream.sendFirst(watch.initial([...store.entries(type)]));
    return store.resourceVersion;
  }
  const missed = store.changesSince(type, start.from);
  if (!missed) {
    stream.fail(
      failures.expired(
        `too old resource version: ${start.from} (${store.oldest(type)})`,
      ),
    );
    return undefined;
  }
  missed.forEach(change => watch.show(change));
  return start.from;
}

interface Live {
  options: WatchOptions;
  watch: WatchView;
  stream: WatchStream;
  from: number;
}

function follow(
  { store, bookmarkIntervalMs }: ApiServerContext,
  { type }: Target,
  { options, watch, stream, from }: Live,
): void {
  const key = typeKey(type);
  const unsubscribe = store.onChange(change => {
    if (typeKey(change.resource) === key && change.resourceVersion > from) {
      watch.show(change);
    }
  });
  const mark = (initialEventsEnd = false) => {
    // A client that is ahead of this server hears nothing: no bookmark may take its resourceVersion back.
    if (options.bookmarks && store.resourceVersion >= from) {
      stream.send(
        encodeEvent.bookmark(
          type,
          watch.form,
          store.resourceVersion,
          initialEventsEnd,
        ),
      );
    }
  };
  if (options.closing) {
    mark(true);
  }
  const bookmarks = setInterval(mark, bookmarkIntervalMs);
  const timeout = setTimeout(() => {
    if (options.timeoutSeconds > LAST_BOOKMARK_SECONDS) {
      mark();
    }
    stream.end();
  }, options.timeoutSeconds * 1000);
  stream.onEnd(() => {
    unsubscribe();
    clearInterval(bookmarks);
    clearTimeout(timeout);
  });
}
