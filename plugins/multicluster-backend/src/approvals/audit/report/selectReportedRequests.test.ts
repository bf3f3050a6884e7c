import { Knex } from 'knex';
import { testDatabases } from '../../../inventory/__testUtils__/testDatabases';
import { heldWorld, LANE } from '../../__testUtils__/heldWorld';
import { reported } from '../../__testUtils__/reported';
import { basisOf } from './basisOf';
import { selectReportedRequests } from './selectReportedRequests';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'selectReportedRequests on %s',
  id => {
    let knex: Knex;
    afterEach(() => knex.destroy());

    it('gives what was rolled back half-way with what its first cluster got, and by whose approvals, those alone that counted', async () => {
      knex = await databases.init(id);
      const world = await heldWorld(knex);
      const { id: requestId } = await world.held();
      await world.vote('ann');
      const { request } = await world.engine.get(requestId);
      await world.engine.withdraw({
        id: requestId,
        by: { userEntityRef: 'user:default/ann' },
        ifMatch: `${request.id}.${request.generation}.${request.version}`,
      });
      await world.vote('cid');
      await world.vote('bob');
      for (let round = 0; round < 10; round++) {
        const { steps } = await world.settled(requestId, 1);
        if (steps[0].state === 'observed') {
          break;
        }
      }
      const at = await world.store.now();
      world.clock.ahead += 60_000;
      world.control.overrides.set('member2', 'example.org/shop:other');
      await world.settled(requestId, 2);
      const { request: halted } = await world.engine.get(requestId);
      expect(halted.state).toBe('halted');
      await world.engine.resolve({
        id: requestId,
        by: { userEntityRef: 'user:default/ann' },
        ifMatch: `${halted.id}.${halted.generation}.${halted.version}`,
        action: 'roll-back',
        reason: 'a test',
      });
      await world.settled(requestId, 4);
      const { request: ended } = await world.engine.get(requestId);
      expect(ended.state).toBe('rejected');

      const change = (cluster: string) =>
        reported.change({
          at,
          cluster,
          source: LANE.source,
          policyKey: LANE.policyKey,
        });
      const { requests } = await selectReportedRequests(knex, [
        change('member1'),
      ]);
      expect(requests).toMatchObject([
        { id: requestId, brought: { clusters: ['member1'] } },
      ]);
      expect(basisOf(change('member1'), requests)).toMatchObject({
        basis: 'approved',
        actors: ['user:default/cid', 'user:default/bob'],
      });
      expect(basisOf(change('member2'), requests).basis).toBe(
        'no-approval-found',
      );
    });
  },
);
