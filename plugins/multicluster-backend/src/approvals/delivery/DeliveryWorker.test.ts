import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';
import { PeopleFirst } from '../engine/PeopleFirst';

jest.setTimeout(120_000);

const databases = testDatabases();
const one = { require: { atLeast: 1, of: { owners: true } } };

describe.each(databases.eachSupportedId())('DeliveryWorker on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  beforeEach(async () => {
    await knex('approval_request').delete();
    await knex('approval_stop').delete();
  });

  async function stop(scope: { environment?: string; entity_ref?: string }) {
    await knex('approval_stop').insert({
      id: `stop-${JSON.stringify(scope)}`,
      ...scope,
      reason: 'Incident',
      by: 'user:default/ann',
      created_at: 0,
      until: Date.now() + 3600_000,
    });
  }

  async function sealed(
    world: ReturnType<typeof approvalWorld>,
    key: string,
    draft: Parameters<typeof draftOf>[1] = {},
  ) {
    const { request } = await world.engine.open(
      draftOf(key, { ...draft, policy: { ...one, ...draft.policy } }),
    );
    await world.engine.vote(voteOn({ request }, 'ann'));
    return request;
  }

  const stateOf = async (
    world: ReturnType<typeof approvalWorld>,
    request: { id: string },
  ) => (await world.engine.get(request.id)).request.state;

  it.each([
    { environment: 'production' },
    { entity_ref: 'component:default/cart' },
  ])(
    'delivers what is not stopped, however much before it is stopped by %j',
    async scope => {
      const world = approvalWorld(knex);
      for (let index = 0; index < 20; index++) {
        await sealed(world, `stopped-${index}`);
      }
      await stop(scope);
      const other = await sealed(world, 'other', {
        environment: 'staging',
        entities: [{ entityRef: 'component:default/else', confirmed: true }],
      });
      await settle(world, 3);

      expect(await stateOf(world, other)).toBe('applied');
      expect(world.tool.log.map(({ gate }) => gate)).toEqual(['other']);
    },
  );

  it('looks at what was sent although the line is stopped since', async () => {
    const world = approvalWorld(knex);
    const request = await sealed(world, 'sent');
    await world.worker.round();
    await stop({ environment: 'production' });
    await settle(world, 3);

    expect(await stateOf(world, request)).toBe('applied');
  });

  it('looks at what was sent, however much cannot be sent because the catalog is away', async () => {
    const world = approvalWorld(knex);
    const request = await sealed(world, 'sent');
    await world.worker.round();
    for (let index = 0; index < 20; index++) {
      await sealed(world, `later-${index}`);
    }
    await knex('approval_step')
      .where('request_id', request.id)
      .update({ next_at: Date.now() + 1_000 });
    world.directory.down = true;
    world.clock.ahead += 2_000;
    await world.worker.round();
    await world.worker.round();

    expect(await stateOf(world, request)).toBe('applied');
  });

  it('neither asks the catalog without a pause nor says so each time while it is away', async () => {
    const world = approvalWorld(knex);
    await sealed(world, 'away');
    world.directory.down = true;
    const read = jest.spyOn(world.directory, 'read');
    world.worker.start();
    await new Promise(resolve => setTimeout(resolve, 500));
    await world.worker.stop();

    expect(read.mock.calls.length).toBeGreaterThan(0);
    expect(read.mock.calls.length).toBeLessThan(5);
    expect(world.logger.warn).toHaveBeenCalledTimes(1);
  });

  it('S21: a step that breaks in the portal before it is sent is put aside, and the others go on', async () => {
    const world = approvalWorld(knex);
    const poison = await sealed(world, 'poison');
    const healthy = await sealed(world, 'well');
    const adapter = world.adapters.of('gate');
    const preflight = adapter.preflight.bind(adapter);
    jest
      .spyOn(adapter, 'preflight')
      .mockImplementation(async context =>
        context.request.gateKey === 'poison'
          ? Promise.reject(new TypeError('undefined is not a function'))
          : preflight(context),
      );
    await settle(world, 120);

    expect(await stateOf(world, poison)).toBe('failed');
    expect(await stateOf(world, healthy)).toBe('applied');
  });

  it('lets somebody who is acting go first, and delivers when they were answered', async () => {
    const acting = promised();
    const asked = promised();
    const people = PeopleFirst.create();
    const turn = jest.spyOn(people, 'turn').mockImplementation(() => {
      asked.resolve();
      return acting.promise;
    });
    const world = approvalWorld(knex, { people });
    const request = await sealed(world, 'courteous');
    const read = jest.spyOn(world.store, 'snapshot');
    const ended = jest.fn();
    const round = world.worker.round().then(ended);
    // One that does not ask whether somebody acts is over instead.
    await Promise.race([asked.promise, round]);
    // Time for whatever would begin all the same.
    await world.store.now();
    expect(turn).toHaveBeenCalledTimes(1);
    expect(read).not.toHaveBeenCalled();
    expect(ended).not.toHaveBeenCalled();
    expect(await stateOf(world, request)).toBe('queued');

    acting.resolve();
    await round;
    await settle(world, 3);
    expect(await stateOf(world, request)).toBe('applied');
  });
});

/** Something that ends when it is told to. */
function promised() {
  let resolve = () => {};
  const promise = new Promise<void>(done => {
    resolve = done;
  });
  return { promise, resolve };
}
