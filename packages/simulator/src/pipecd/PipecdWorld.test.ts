import { SimulatedClock } from '../clock/SimulatedClock';
import { PipecdWorld } from './PipecdWorld';

const NOON = Date.UTC(2026, 10, 20, 12);

function idsOf(startAt: number, seed?: number) {
  const clock = SimulatedClock.create({ startAt });
  const world = PipecdWorld.create({ clock, seed });
  world.v1.start();
  const application = world.addApplication({
    name: 'basket',
    piped: 'v1',
    spec: {
      alwaysUsePipeline: true,
      pipeline: [{ name: 'WAIT', duration: 10 }],
    },
  });
  world.push('basket', 'Deploy v1.0.0');
  clock.advance(120_000);
  world.sync('basket', 'olivia');
  const { controlPlane } = world;
  const [run] = world.deployments('basket');
  return {
    registered: [
      application.id,
      ...controlPlane.pipeds.keys(),
      ...controlPlane.keys.keys(),
      ...[...controlPlane.keys.values()].map(({ secret }) => secret),
    ],
    ran: [
      run.id,
      ...run.stages.map(({ id }) => id),
      ...controlPlane.commands.keys(),
    ],
  };
}

describe('PipecdWorld', () => {
  it('gives the same ids again for the same seed and start', () => {
    expect(idsOf(NOON)).toEqual(idsOf(NOON));
  });

  it('keeps what is registered over a restart, and gives no run, stage or command an id of an earlier one', () => {
    const [first, second] = [idsOf(NOON), idsOf(NOON + 1)];
    expect(second.registered).toEqual(first.registered);
    expect(first.ran.length).toBe(3);
    expect(second.ran.filter(id => first.ran.includes(id))).toEqual([]);
  });

  it('gives other ids for another seed', () => {
    const [first, second] = [idsOf(NOON), idsOf(NOON, 2)];
    expect(second.registered).not.toEqual(first.registered);
    expect(second.ran.filter(id => first.ran.includes(id))).toEqual([]);
  });
});
