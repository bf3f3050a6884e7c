import { ConfigReader } from '@backstage/config';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { fakeRuns } from '../../__testUtils__/fakeRuns';
import { SEED_MARK } from '../../__testUtils__/seedDelivery';
import { seedInventory } from '../../__testUtils__/seedInventory';
import { shopWorld } from '../../__testUtils__/shopWorld';
import { fakeSource } from '../../__testUtils__/startTestPlugin';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { SourceRegistry } from '../../service/SourceRegistry';
import { Environments } from '../../views/platform/Environments';
import { twoOfShop } from '../__testUtils__/draftOf';
import { gateWorld } from '../__testUtils__/gateWorld';
import { subjectDigest } from '../rules/digest/subjectDigest';
import { PolicySubject } from './RequestRules';
import { RunDrafts } from './RunDrafts';
import { selectRun } from './selectRun';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('RunDrafts on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    await gateWorld(knex);
  });

  async function drafted(
    runKey: string,
    options: { environments?: JsonObject[]; sources?: SourceRegistry } = {},
  ) {
    const asked: PolicySubject[] = [];
    const drafts = RunDrafts.create({
      knex,
      sources: options.sources ?? new SourceRegistry(),
      environments: Environments.fromConfig(
        new ConfigReader({
          multicluster: { environments: options.environments ?? [] },
        }),
      ),
      rules: {
        policyOf: async about => {
          asked.push(about);
          return { policy: twoOfShop, hash: 'p1' };
        },
        digestOf: subjectDigest,
        personOf: () => undefined,
      },
    });
    const record = await selectRun(knex, 'tool', runKey);
    const draft = await drafts.draft(record!, {
      kind: 'pull',
      name: 'release',
    });
    return { asked, draft };
  }

  it('lets no entity tighten the policy of a pipeline that it merely claims: it could keep the owners from ever deciding', async () => {
    const { id: pipeline } = await knex('inventory_pipeline')
      .where({ key: 'shop' })
      .first('id');
    await knex('pipeline_match').insert({
      entity_ref: 'component:default/mallory',
      pipeline_id: pipeline,
      rule: 'test',
      confirmed: false,
      reason: JSON.stringify(sentence('test.match')),
    });
    const { asked, draft } = await drafted('run-1');
    expect(asked.map(({ entityRefs }) => entityRefs)).toEqual([
      ['component:default/shop'],
    ]);
    expect(draft.entities).toHaveLength(2);
  });

  it('asks for the policy of each environment that it runs in, whatever label its team writes', async () => {
    await knex('inventory_lane').delete();
    await seedInventory(knex, shopWorld);
    const workload = await knex('inventory_workload')
      .where({ name: 'shop' })
      .first('id');
    await knex('inventory_workload_mark').insert({
      workload_id: workload.id,
      annotation: SEED_MARK,
      value: 'shop',
    });
    const { fact } = await knex('inventory_pipeline')
      .where({ key: 'shop' })
      .first('fact');
    await knex('inventory_pipeline')
      .where({ key: 'shop' })
      .update({
        fact: JSON.stringify({ ...JSON.parse(fact), labels: { env: 'easy' } }),
      });
    const sources = new SourceRegistry();
    sources.add(fakeSource({ id: 'tool', type: 'tool', runs: fakeRuns() }));
    const { asked, draft } = await drafted('run-1', {
      sources,
      environments: [
        { name: 'easy', pipelines: [{ labels: { env: 'easy' } }] },
        { name: 'production', clusters: { names: ['member1'] } },
        { name: 'edge', clusters: { names: ['member2'] } },
      ],
    });
    const reached = ['easy', 'production', 'edge'];
    expect(asked.map(({ environment }) => environment)).toEqual(reached);
    expect(draft.detail.environments).toEqual(reached);
  });
});
