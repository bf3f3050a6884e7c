import { mockServices } from '@backstage/backend-test-utils';
import { ArmedLane } from './ArmedLane';
import { LaneFacts } from './LaneFacts';
import { LaneGlance } from './LaneGlance';

const ids = Array.from({ length: 30 }, (_, index) => `lane${index}`);

describe('LaneGlance', () => {
  const logger = mockServices.logger.mock();
  let glanced: string[];
  let closing: string[];
  let hangs: string[];
  let fails: string[];
  let release: () => void;
  let glance: LaneGlance;

  beforeEach(() => {
    [glanced, closing, hangs, fails] = [[], [], [], []];
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    glance = LaneGlance.create({
      book: { armed: async () => ids.map(id => ({ id } as ArmedLane)) },
      inventory: {
        read: async ({ id }: Partial<ArmedLane>) => {
          if (fails.includes(id!)) {
            throw new Error('No such row');
          }
          return { policy: {} } as LaneFacts;
        },
      },
      reader: { holdOf: () => ({ form: 'clusters' }) },
      stopped: {
        close: async lane => {
          const { id } = lane as ArmedLane;
          closing.push(id);
          await (hangs.includes(id) ? released : undefined);
        },
      },
      care: {
        glance: async ({ id }) => {
          glanced.push(id);
        },
        idle: async () => {},
      },
      logger,
    });
  });

  it('looks after every lane, although one cannot be read and the control plane of others hangs', async () => {
    fails = ['lane3'];
    hangs = ids.slice(0, 20);
    expect(await glance.look()).toEqual([{ id: 'lane3' }]);
    expect(glanced).toEqual(ids.filter(id => id !== 'lane3'));
    expect(closing).toEqual(glanced);
    release();
  });

  it('begins to hold a lane again once, and waits for that where somebody asks it to', async () => {
    hangs = ['lane0'];
    await glance.look(({ id }) => id === 'lane0');
    await glance.look(({ id }) => id === 'lane0');
    expect(closing).toEqual(['lane0']);
    expect(glanced).toEqual(['lane0', 'lane0']);
    let isIdle = false;
    const idle = glance.idle().then(() => {
      isIdle = true;
    });
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(isIdle).toBe(false);
    release();
    await idle;
    await glance.look(({ id }) => id === 'lane0');
    expect(closing).toEqual(['lane0', 'lane0']);
  });
});
