import { SignalApi } from '@backstage/plugin-signals-react';
import { TestClock } from '../__testUtils__/TestClock';
import { LiveStore } from './LiveStore';

interface View {
  revision: string;
  observedAt?: string;
}

function fakeSignals() {
  const listeners = new Set<(message: never) => void>();
  const api: SignalApi = {
    subscribe(_, onMessage) {
      const listener = onMessage as (message: never) => void;
      listeners.add(listener);
      return { unsubscribe: () => listeners.delete(listener) };
    },
  };
  const hint = (...views: string[]) =>
    listeners.forEach(tell => tell({ revision: 1, views } as never));
  return { api, listeners, hint };
}

function setHidden(hidden: boolean) {
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    get: () => hidden,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

function build(options: { signals?: SignalApi } = {}) {
  const clock = new TestClock();
  const store = LiveStore.create({ ...options, clock });
  const answers = jest.fn(async (): Promise<View> => ({ revision: 'r1' }));
  const view = store.view<View>('fleet', answers);
  const changes = jest.fn();
  return { clock, store, answers, view, changes };
}

describe('LiveStore', () => {
  afterEach(() => setHidden(false));

  it('reads a view once for all who look at it', async () => {
    const { clock, store, answers, view } = build();
    const other = store.view<View>('fleet', answers);
    view.subscribe(() => {});
    other.subscribe(() => {});
    await clock.pass(100);
    expect(answers).toHaveBeenCalledTimes(1);
    expect(other.getSnapshot()).toMatchObject({
      status: 'fresh',
      data: { revision: 'r1' },
    });
  });

  it('reads what moves more often, and at the usual pace once it is over, with hints in both', async () => {
    const { api, hint } = fakeSignals();
    const clock = new TestClock();
    const store = LiveStore.create({ signals: api, clock });
    let revision = 'running';
    const answers = jest.fn(async (): Promise<View> => ({ revision }));
    const view = store.view<View>('run:1', answers, run =>
      run?.revision === 'over' ? undefined : 4_000,
    );
    view.subscribe(() => {});
    await clock.pass(41_000);
    const whileRunning = answers.mock.calls.length;
    expect(whileRunning).toBeGreaterThanOrEqual(9);
    revision = 'over';
    await clock.pass(5_000);
    answers.mockClear();
    await clock.pass(41_000);
    expect(answers).not.toHaveBeenCalled();
    hint('*');
    await clock.pass(3_000);
    expect(answers).toHaveBeenCalledTimes(1);
  });

  it('polls every 12 seconds without signals and every minute with them', async () => {
    const without = build();
    without.view.subscribe(() => {});
    await without.clock.pass(121_000);
    expect(without.answers).toHaveBeenCalledTimes(11);

    const { api } = fakeSignals();
    const withSignals = build({ signals: api });
    withSignals.view.subscribe(() => {});
    await withSignals.clock.pass(121_000);
    expect(withSignals.answers).toHaveBeenCalledTimes(3);
  });

  it('reads again soon after a hint, and once for a burst of them', async () => {
    const signals = fakeSignals();
    const { clock, answers, view } = build({ signals: signals.api });
    view.subscribe(() => {});
    await clock.pass(5_000);
    signals.hint('*');
    signals.hint('*');
    expect(answers).toHaveBeenCalledTimes(1);
    await clock.pass(700);
    expect(answers).toHaveBeenCalledTimes(2);
    for (let second = 0; second < 10; second++) {
      signals.hint('*');
      signals.hint('*');
      await clock.pass(1_000);
    }
    expect(answers.mock.calls.length).toBeLessThanOrEqual(7);
  });

  it('reads only what a hint names', async () => {
    const signals = fakeSignals();
    const clock = new TestClock();
    const store = LiveStore.create({ signals: signals.api, clock });
    const read = { named: jest.fn(), other: jest.fn(), onDemand: jest.fn() };
    read.named.mockResolvedValue({ revision: 'r1', hint: 'abc' });
    read.other.mockResolvedValue({ revision: 'r1', hint: 'xyz' });
    read.onDemand.mockResolvedValue({ clusters: [] });
    store.view('named', read.named).subscribe(() => {});
    store.view('other', read.other).subscribe(() => {});
    store.view('pods', read.onDemand, 10_000).subscribe(() => {});
    await clock.pass(3_000);
    signals.hint('abc');
    await clock.pass(1_000);
    expect(read.named).toHaveBeenCalledTimes(2);
    expect(read.other).toHaveBeenCalledTimes(1);
    expect(read.onDemand).toHaveBeenCalledTimes(1);
  });

  it('reads everything when a message says nothing it knows', async () => {
    const signals = fakeSignals();
    const { clock, answers, view } = build({ signals: signals.api });
    view.subscribe(() => {});
    await clock.pass(3_000);
    signals.listeners.forEach(tell => tell({ news: 1 } as never));
    await clock.pass(1_000);
    expect(answers).toHaveBeenCalledTimes(2);
  });

  it('reads again when a hint comes while it reads', async () => {
    const signals = fakeSignals();
    const clock = new TestClock();
    const store = LiveStore.create({ signals: signals.api, clock });
    const resolvers: Array<(view: View) => void> = [];
    const view = store.view<View>(
      'fleet',
      () => new Promise(resolve => resolvers.push(resolve)),
    );
    view.subscribe(() => {});
    signals.hint('*');
    resolvers[0]({ revision: 'r1' });
    await clock.pass(2_100);
    expect(resolvers).toHaveLength(2);
  });

  it('reads nothing while the page is hidden, and at once when it is seen again', async () => {
    const signals = fakeSignals();
    const { clock, answers, view } = build({ signals: signals.api });
    view.subscribe(() => {});
    await clock.pass(3_000);
    setHidden(true);
    signals.hint('*');
    await clock.pass(600_000);
    expect(answers).toHaveBeenCalledTimes(1);
    setHidden(false);
    await clock.pass(1);
    expect(answers).toHaveBeenCalledTimes(2);
  });

  it('reads again when the window gets the focus', async () => {
    const { clock, answers, view } = build();
    view.subscribe(() => {});
    await clock.pass(5_000);
    window.dispatchEvent(new Event('focus'));
    await clock.pass(700);
    expect(answers).toHaveBeenCalledTimes(2);
  });

  it('keeps the last data when a read fails, and says since when it is stale by its error', async () => {
    const { clock, answers, view, changes } = build();
    view.subscribe(changes);
    await clock.pass(1);
    answers.mockRejectedValueOnce(new Error('no answer'));
    view.refresh();
    await clock.pass(1);
    expect(view.getSnapshot()).toMatchObject({
      status: 'stale',
      data: { revision: 'r1' },
      error: new Error('no answer'),
    });
    await clock.pass(15_000);
    expect(view.getSnapshot()).toMatchObject({ status: 'fresh' });
    expect(view.getSnapshot().error).toBeUndefined();
  });

  it.each([401, 403, 404])(
    'takes what was shown away when the back end answers %s',
    async statusCode => {
      const { clock, answers, view } = build();
      view.subscribe(() => {});
      await clock.pass(1);
      answers.mockRejectedValueOnce(
        Object.assign(new Error('gone'), { statusCode }),
      );
      view.refresh();
      await clock.pass(1);
      expect(view.getSnapshot()).toMatchObject({ status: 'error' });
      expect(view.getSnapshot().data).toBeUndefined();
    },
  );

  it('retries after 12 seconds although signals would let it wait for a minute', async () => {
    const { clock, answers, view } = build({ signals: fakeSignals().api });
    answers.mockRejectedValueOnce(new Error('no answer'));
    view.subscribe(() => {});
    await clock.pass(1);
    expect(view.getSnapshot().status).toBe('error');
    await clock.pass(13_500);
    expect(view.getSnapshot().status).toBe('fresh');
  });

  it('gives up a read that has no answer after 30 seconds', async () => {
    const clock = new TestClock();
    const store = LiveStore.create({ clock });
    const view = store.view<View>(
      'fleet',
      (_, signal) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    );
    view.subscribe(() => {});
    await clock.pass(29_000);
    expect(view.getSnapshot().status).toBe('loading');
    await clock.pass(2_000);
    expect(view.getSnapshot().status).toBe('error');
  });

  it('aborts and forgets when nobody looks any more', async () => {
    const signals = fakeSignals();
    const clock = new TestClock();
    const store = LiveStore.create({ signals: signals.api, clock });
    let aborted = false;
    const read = (_: View | undefined, signal: AbortSignal) => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      return new Promise<View>(() => {});
    };
    const view = store.view<View>('fleet', read);
    const leave = view.subscribe(() => {});
    expect(signals.listeners.size).toBe(1);
    leave();
    expect(aborted).toBe(true);
    expect(signals.listeners.size).toBe(0);
    expect(store.view<View>('fleet', read)).toBe(view);
    await clock.pass(121_000);
    expect(store.view<View>('fleet', read)).not.toBe(view);
  });

  it('forgets a view that a given up render asked for and nobody ever looked at', async () => {
    const { clock, store, answers, view } = build();
    await clock.pass(119_000);
    expect(store.view<View>('fleet', answers)).toBe(view);
    await clock.pass(2_000);
    expect(store.view<View>('fleet', answers)).not.toBe(view);
  });

  it('keeps a view that is looked at, however long, and counts anew from when it is left', async () => {
    const { clock, store, answers, view } = build();
    const leave = view.subscribe(() => {});
    await clock.pass(200_000);
    leave();
    await clock.pass(100_000);
    const again = view.subscribe(() => {});
    await clock.pass(100_000);
    expect(store.view<View>('fleet', answers)).toBe(view);
    again();
  });
});
