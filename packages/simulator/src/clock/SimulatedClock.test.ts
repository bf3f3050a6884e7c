import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Random } from './Random';
import { SimulatedClock } from './SimulatedClock';
import { timestamp } from './timestamp';

const START = Date.parse('2026-11-21T11:00:00Z');

describe('a clock that stands', () => {
  it('calls back in the order in which things are due, whatever the order of asking', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000)), waits => {
        const clock = SimulatedClock.create({ startAt: START });
        const called: number[] = [];
        waits.forEach(wait => clock.after(wait, () => called.push(wait)));
        clock.advance(1000);
        expect(called).toEqual([...waits].sort((a, b) => a - b));
      }),
    );
  });

  it('shows a callback the time at which it was due', () => {
    const clock = SimulatedClock.create({ startAt: START });
    const seen: string[] = [];
    clock.after(1500, () => seen.push(timestamp(clock.now())));
    clock.advance(60_000);
    expect(seen).toEqual(['2026-11-21T11:00:01Z']);
    expect(timestamp(clock.now())).toBe('2026-11-21T11:01:00Z');
  });

  it('runs what callbacks ask for within the same advance, and nothing that was cancelled', () => {
    const clock = SimulatedClock.create({ startAt: START });
    const called: string[] = [];
    const cancel = clock.after(5, () => called.push('cancelled'));
    clock.after(1, () => {
      called.push('first');
      clock.after(10, () => called.push('second'));
      clock.after(1000, () => called.push('too late'));
    });
    cancel();
    clock.advance(100);
    expect(called).toEqual(['first', 'second']);
  });
});

describe('a clock that lives', () => {
  it('runs faster than real time and stamps real time', async () => {
    const clock = SimulatedClock.create({ startAt: START });
    clock.goLive(100);
    const called = new Promise<number>(resolve => {
      clock.after(5_000, () => resolve(clock.now()));
    });
    const started = Date.now();
    // The clock does not keep a process alive by itself.
    const [at] = await Promise.all([called, sleep(20)]);
    clock.stop();
    expect(at - started).toBeGreaterThanOrEqual(45);
    expect(Math.abs(Date.now() - at)).toBeLessThan(5_000);
  });

  it('can be told to jump', () => {
    const clock = SimulatedClock.create({ startAt: START });
    clock.goLive();
    let called = false;
    clock.after(60_000, () => {
      called = true;
    });
    clock.advance(61_000);
    clock.stop();
    expect(called).toBe(true);
  });

  it('calls nobody after it was stopped', async () => {
    const clock = SimulatedClock.create({ startAt: START });
    clock.goLive(1000);
    let called = false;
    clock.after(1, () => {
      called = true;
    });
    clock.stop();
    await sleep(20);
    expect(called).toBe(false);
  });
});

describe('random numbers', () => {
  it('are the same for the same seed and differ between seeds', () => {
    const uuids = [1, 1, 2].map(seed => Random.create(seed).uuid());
    expect(uuids[0]).toBe(uuids[1]);
    expect(uuids[0]).not.toBe(uuids[2]);
    expect(uuids[0]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('stay within their bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(50), fc.nat(50), (seed, low, more) => {
        const value = Random.create(seed).between(low, low + more);
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(low + more);
      }),
    );
  });
});
