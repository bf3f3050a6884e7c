import { SignalApi } from '@backstage/plugin-signals-react';
import { browserClock, LiveClock } from './LiveClock';
import { changedViews } from './changedViews';
import { LivePoll } from './LivePoll';
import { LiveFetch, LiveView } from './LiveView';

const CHANNEL = 'multicluster';
const POLL_WITH_SIGNALS_MS = 60_000;
const POLL_WITHOUT_SIGNALS_MS = 12_000;
const FORGET_AFTER_MS = 120_000;

/**
 * The views that are looked at, one each whoever looks: hints of the back end make them read again, a poll runs
 * underneath, and nothing is read while the page is hidden.
 *
 * @internal
 */
export class LiveStore {
  static create(options: { signals?: SignalApi; clock?: LiveClock }) {
    return new LiveStore(options.signals, options.clock ?? browserClock);
  }

  readonly #signals: SignalApi | undefined;
  readonly #clock: LiveClock;
  readonly #views = new Map<string, LiveView<unknown>>();
  readonly #active = new Set<LiveView<unknown>>();
  readonly #forget = new Map<string, () => void>();
  #disconnect: (() => void) | undefined;

  private constructor(signals: SignalApi | undefined, clock: LiveClock) {
    this.#signals = signals;
    this.#clock = clock;
  }

  /**
   * The view of that key, made on first use.
   *
   * @param key - equal keys must mean equal answers; it is what de-duplicates cards
   * @param poll - overrides the pace: a number for views that no hint announces; a function, of what was read last, for
   *   views that hints announce and that are looked at more often while it answers a number
   */
  view<T>(key: string, fetch: LiveFetch<T>, poll?: LivePoll<T>): LiveView<T> {
    const known = this.#views.get(key);
    if (known) {
      return known as LiveView<T>;
    }
    const view: LiveView<T> = LiveView.create<T>({
      fetch,
      clock: this.#clock,
      pace: {
        poll: data =>
          (typeof poll === 'function' ? poll(data) : poll) ?? this.#poll(),
        hinted: typeof poll !== 'number',
      },
      onActive: active =>
        this.#onActive(key, view as LiveView<unknown>, active),
    });
    this.#views.set(key, view as LiveView<unknown>);
    // A render that is given up never looks at the view it asked for.
    this.#forgetLater(key);
    return view;
  }

  #forgetLater(key: string): void {
    this.#forget.set(
      key,
      this.#clock.after(FORGET_AFTER_MS, () => {
        this.#forget.delete(key);
        this.#views.delete(key);
      }),
    );
  }

  #poll(): number {
    return this.#signals ? POLL_WITH_SIGNALS_MS : POLL_WITHOUT_SIGNALS_MS;
  }

  #onActive(key: string, view: LiveView<unknown>, active: boolean): void {
    this.#forget.get(key)?.();
    this.#forget.delete(key);
    if (active) {
      // It may have been forgotten while nobody looked; the next one who asks shall find it.
      this.#views.set(key, view);
      this.#active.add(view);
      view.pause(document.hidden);
      this.#disconnect ??= this.#connect();
      return;
    }
    this.#active.delete(view);
    if (this.#active.size === 0) {
      this.#disconnect?.();
      this.#disconnect = undefined;
    }
    this.#forgetLater(key);
  }

  #connect(): () => void {
    const subscription = this.#signals?.subscribe(CHANNEL, message => {
      const views = changedViews(message);
      this.#active.forEach(view => concerns(views, view) && view.hint());
    });
    const onVisibility = () =>
      this.#active.forEach(view => view.pause(document.hidden));
    // A laptop that wakes up fires `focus` without a change of visibility, and signals sent meanwhile are lost.
    const onFocus = () => this.#active.forEach(view => view.hint());
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('focus', onFocus);
    window.addEventListener('online', onFocus);
    return () => {
      subscription?.unsubscribe();
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('focus', onFocus);
      window.removeEventListener('online', onFocus);
    };
  }
}

function concerns(
  views: ReadonlySet<string> | undefined,
  view: LiveView<unknown>,
): boolean {
  // A view that was not read yet does not know its name: it may be any of them.
  return (
    view.hinted &&
    (!views || view.hintName === undefined || views.has(view.hintName))
  );
}
