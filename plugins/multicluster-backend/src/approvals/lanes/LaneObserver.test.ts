import { mockServices } from '@backstage/backend-test-utils';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../../inventory/__testUtils__/eventually';
import { InventoryChange } from '../../inventory/hints/InventoryChange';
import { ArmedLane } from './ArmedLane';
import { LaneObserver } from './LaneObserver';

const lane = { id: 'a', source: 'west', policyKey: 'p' } as ArmedLane;
const timing = {
  sweepMs: 60_000,
  calmMs: 5,
  restMs: 100,
  soonMs: 50,
  againMs: 300,
};

describe('LaneObserver', () => {
  let observer: LaneObserver;

  afterEach(() => observer.stop());

  function start(
    endOf: (look: number) => boolean | 'failed',
    read: () => Promise<void> = async () => {},
    glanceAt: (glance: number) => ArmedLane[] = () => [],
  ) {
    const looks: number[] = [];
    const glances: number[] = [];
    const begun = performance.now();
    let hint: (changes: InventoryChange[]) => void = () => {};
    observer = LaneObserver.start({
      knex: undefined as never,
      hints: {
        onChange: listener => {
          hint = listener;
          return () => {};
        },
      },
      logger: mockServices.logger.mock(),
      round: {
        look: async (concerns?: (lane: ArmedLane) => boolean) => {
          if (concerns && !concerns(lane)) {
            return { again: [], failed: [], armed: [lane] };
          }
          looks.push(performance.now() - begun);
          await read();
          const end = endOf(looks.length);
          return {
            again: end === false ? [lane] : [],
            failed: end === 'failed' ? [lane] : [],
            armed: [lane],
          };
        },
      },
      glance: {
        look: async (concerns?: (lane: ArmedLane) => boolean) => {
          if (!concerns || concerns(lane)) {
            glances.push(performance.now() - begun);
            return glanceAt(glances.length);
          }
          return [];
        },
        idle: async () => {},
      },
      timing,
    });
    const change: InventoryChange = {
      source: 'west',
      all: true,
      workloadIds: new Set(),
      clusterIds: new Set(),
    } as never;
    return { looks, glances, hint: () => hint([change]) };
  }

  it('reads what was not done again in a moment, and then less often until it is', async () => {
    const { looks } = start(look => look === 3);
    await sleep(900);
    expect(looks).toHaveLength(3);
    expect(looks[1] - looks[0]).toBeLessThan(200);
    expect(looks[2] - looks[1]).toBeGreaterThanOrEqual(290);
  });

  it('reads a lane again that could not be read, not at once and then after twice the time each time', async () => {
    const { looks } = start(look => (look < 4 ? 'failed' : true));
    await eventually(() => expect(looks).toHaveLength(4));
    const waits = looks.slice(1).map((at, index) => at - looks[index]);
    expect(waits[0]).toBeGreaterThanOrEqual(290);
    expect(waits[1]).toBeGreaterThanOrEqual(290);
    expect(waits[2]).toBeGreaterThanOrEqual(590);
    await sleep(700);
    expect(looks).toHaveLength(4);
  });

  it('does so once, however often hints have it read meanwhile', async () => {
    const { looks, hint } = start(() => false);
    for (let i = 0; i < 10; i += 1) {
      hint();
      await sleep(10);
    }
    await sleep(100);
    const before = looks.length;
    // By hints, and not by itself: that would be twice by now.
    expect(before).toBeGreaterThan(4);
    while (looks.length < before + 3) {
      await sleep(20);
    }
    const after = looks.slice(before, before + 3);
    expect(after[1] - after[0]).toBeGreaterThanOrEqual(290);
    expect(after[2] - after[1]).toBeGreaterThanOrEqual(290);
  });

  it('glances at what is urgent while a read of another lane takes its time, and rests in between', async () => {
    let answer = () => {};
    const { looks, glances, hint } = start(
      () => true,
      () => new Promise(resolve => (answer = resolve)),
    );
    for (let i = 0; i < 20; i += 1) {
      hint();
      await sleep(20);
    }
    await sleep(150);
    expect(looks).toHaveLength(1);
    expect(glances.length).toBeGreaterThanOrEqual(3);
    glances.slice(1).forEach((at, index) => {
      expect(at - glances[index]).toBeGreaterThanOrEqual(95);
    });
    observer.stop().catch(() => {});
    answer();
  });

  it('glances again, in a moment and then less often, at a lane that could not be looked after', async () => {
    const { glances } = start(
      () => true,
      undefined,
      glance => (glance < 3 ? [lane] : []),
    );
    await sleep(900);
    expect(glances).toHaveLength(3);
    expect(glances[1] - glances[0]).toBeLessThan(250);
    expect(glances[2] - glances[1]).toBeGreaterThanOrEqual(290);
  });

  it('keeps what was heard where a turn fails as a whole, and takes it again after a rest', async () => {
    const failsTwice = () => {
      let calls = 0;
      return () => {
        calls += 1;
        if (calls < 3) {
          throw new Error('The database is away');
        }
      };
    };
    const [look, glance] = [failsTwice(), failsTwice()];
    const { looks, glances } = start(
      () => true,
      async () => look(),
      () => {
        glance();
        return [];
      },
    );
    await sleep(900);
    expect(looks).toHaveLength(3);
    expect(glances).toHaveLength(3);
    for (const turns of [looks, glances]) {
      expect(turns[1] - turns[0]).toBeGreaterThanOrEqual(95);
      expect(turns[2] - turns[1]).toBeGreaterThanOrEqual(195);
    }
  });
});
