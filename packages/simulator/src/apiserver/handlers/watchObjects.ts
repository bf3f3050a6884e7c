import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { matchesSelectors } from '../represent/matchesSelectors';
import { representation } from '../represent/representation';
import { Change } from '../store/ChangeHistory';
import { StoredObject } from '../store/StoredObject';
import { typeKey } from '../types/typeKey';
import { encodeEvent } from '../watch/encodeEvent';
import { seenThrough } from '../watch/seenThrough';
import { strikeWatch } from '../watch/strikeWatch';
import { WatchStream } from '../watch/WatchStream';
import { WatchOptions, watchOptions } from './watchOptions';

/** `GET …/{resource}?watch=1`: one JSON object a line, until the client goes or the time is over. */
export function watchObjects(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
): void {
  const { store } = context;
  const { type, namespace } = target;
  const options = watchOptions(exchange.query, context.streamingList);
  const test = matchesSelectors(exchange.query, {
    custom: type.served === 'custom',
  });
  const view = {
    type,
    form: representation(exchange.headers.accept),
    now: store.now(),
    include: exchange.query.get('includeObject') ?? 'Metadata',
  };
  exchange.head(200, { 'content-type': 'application/json' });
  exchange.response.flushHeaders();
  const stream = WatchStream.create(exchange.response);
  const strikes = strikeWatch(context, exchange, target, stream);
  const tell = (event: string, entry: StoredObject) => {
    stream.send(encodeEvent.object(event, entry, view));
    strikes.counted();
  };
  const forward = (change: Change, from: number) => {
    if (
      change.resourceVersion > from &&
      (!namespace || change.entry.namespace === namespace)
    ) {
      seenThrough(change, test, tell);
    }
  };
  const visible = (entry: StoredObject) =>
    (!namespace || entry.namespace === namespace) && (!test || test(entry));
  const initial = function* initialLines(entries: readonly StoredObject[]) {
    for (const entry of entries) {
      if (visible(entry)) {
        strikes.counted();
        yield encodeEvent.object('ADDED', entry, view);
      }
    }
  };
  const from = begin(context, target, options, stream, { initial, forward });
  if (stream.ended) {
    return;
  }
  const key = typeKey(type);
  stream.onEnd(
    store.onChange(change => {
      if (typeKey(change.resource) === key) {
        forward(change, from);
      }
    }),
  );
  const mark = (last: boolean) =>
    // A client that is ahead of this server hears nothing: no bookmark may take its resourceVersion back.
    options.bookmarks &&
    store.resourceVersion >= from &&
    stream.send(
      encodeEvent.bookmark(type, view.form, store.resourceVersion, last),
    );
  if (options.streamingList) {
    mark(true);
  }
  keepTime(context, options, stream, () => mark(false));
}

/** Sends what precedes the live part. Returns the resourceVersion after which live changes are of interest. */
function begin(
  { store }: ApiServerContext,
  { type }: Target,
  options: WatchOptions,
  stream: WatchStream,
  send: {
    initial: (entries: readonly StoredObject[]) => Iterator<Buffer>;
    forward: (change: Change, from: number) => void;
  },
): number {
  if (options.broken) {
    stream.fail(options.broken);
    return 0;
  }
  if (options.start === 'initial') {
    // A copy: the world moves on while the client reads.
    stream.sendFirst(send.initial([...store.entries(type)]));
    return store.resourceVersion;
  }
  const { from } = options.start;
  const missed = store.changesSince(type, from);
  if (!missed) {
    stream.fail(
      failures.expired(
        `too old resource version: ${from} (${store.oldest(type)})`,
      ),
    );
    return 0;
  }
  missed.forEach(change => send.forward(change, from));
  return from;
}

function keepTime(
  context: ApiServerContext,
  options: WatchOptions,
  stream: WatchStream,
  mark: () => void,
): void {
  const bookmarks = setInterval(mark, context.bookmarkIntervalMs);
  const timeout = setTimeout(() => {
    mark();
    stream.end();
  }, options.timeoutSeconds * 1000);
  stream.onEnd(() => {
    clearInterval(bookmarks);
    clearTimeout(timeout);
  });
}
