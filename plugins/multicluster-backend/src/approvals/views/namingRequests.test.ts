import {
  EntityRuns,
  Gate,
  Promotion,
  RunDetails,
} from '@fairway/backstage-plugin-multicluster-common';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { openRunsWorld } from '../../__testUtils__/runsWorld';
import { seedApproval } from '../../__testUtils__/seedApproval';
import { shopWorld } from '../../__testUtils__/shopWorld';
import { waitingGate, waitingRun } from '../../__testUtils__/waitingRun';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { RunReader } from '../../service/RunService';
import { ViewBody } from '../../service/ViewBody';
import { namingPromotionRequests } from './namingPromotionRequests';
import { namingRequests } from './namingRequests';

const databases = testDatabases();
const run = { source: 'tool', nativeId: waitingRun.key };
const other: Gate = { ...waitingGate, id: 'other' };

describe.each(databases.eachSupportedId())('requests of gates on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await openRunsWorld(knex, shopWorld, {
      pipelines: [{ key: 'shop-canary' }],
      runs: [waitingRun],
    });
    const of = { source: 'tool', runKey: waitingRun.key, gateId: 'approve' };
    await seedApproval(knex, { ...of, id: 'open', gateKey: 'open' });
    await seedApproval(knex, {
      ...of,
      id: 'ended',
      gateKey: 'ended',
      gateId: 'other',
      state: 'applied',
      closedAt: 1,
    });
  }, 60_000);

  it('are named in a run and on the card of an entity, open ones alone', async () => {
    const reader = namingRequests(
      {
        run: async () =>
          ({
            run,
            stages: [{ gate: waitingGate }, { gate: other }, {}],
          } as unknown as ViewBody<RunDetails>),
        entityRuns: async () =>
          ({
            pipelines: [{ latest: run, gates: [waitingGate, other] }],
          } as unknown as ViewBody<EntityRuns>),
      } as unknown as RunReader,
      knex,
    );
    const details = await reader.run('x');
    expect(details!.stages.map(({ gate }) => gate?.requestId)).toEqual([
      'open',
      undefined,
      undefined,
    ]);
    const runs = await reader.entityRuns({} as Entity, {});
    expect(runs.pipelines[0].gates.map(gate => gate.requestId)).toEqual([
      'open',
      undefined,
    ]);
  });

  it('are named in a promotion, by the run of the gate', async () => {
    const { hash } = await knex('inventory_run')
      .where({ key: waitingRun.key })
      .first('hash');
    const reader = namingPromotionRequests(
      {
        read: async () =>
          ({
            environments: [{ gate: { ...waitingGate, runId: hash } }, {}],
            steps: [
              { next: { kind: 'gate', runId: hash, gate: waitingGate } },
              { next: { kind: 'no-actuator' } },
            ],
          } as unknown as ViewBody<Promotion>),
      },
      knex,
    );
    const view = await reader.read({} as Entity);
    expect(view.environments[0].gate?.requestId).toBe('open');
    const [{ next }] = view.steps;
    expect(next.kind === 'gate' && next.gate.requestId).toBe('open');
  });
});
