import { ConfigReader } from '@backstage/config';
import { Knex } from 'knex';
import { seedInventory } from '../../__testUtils__/seedInventory';
import { shopWorld } from '../../__testUtils__/shopWorld';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { Environments } from '../../views/platform/Environments';
import { draftOf } from '../__testUtils__/draftOf';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { appendAudit } from './appendAudit';
import { DefaultAuditReader } from './DefaultAuditReader';

jest.setTimeout(120_000);

const databases = testDatabases();
const DAY = 24 * 3600_000;

describe.each(databases.eachSupportedId())('DefaultAuditReader on %s', id => {
  let knex: Knex;
  const reader = () =>
    DefaultAuditReader.create({
      knex,
      keptMs: 90 * DAY,
      environments: Environments.fromConfig(
        new ConfigReader({
          multicluster: {
            environments: [
              { name: 'production', clusters: { names: ['member1'] } },
              { name: 'test', clusters: { names: ['member2'] } },
            ],
          },
        }),
      ),
    });
  const period = () => ({
    from: new Date(Date.now() - DAY).toISOString(),
    to: new Date(Date.now() + DAY).toISOString(),
  });

  beforeEach(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
    await seedInventory(knex, shopWorld);
    const workload = await knex('inventory_workload')
      .where({ name: 'shop' })
      .first('id');
    await knex('entity_match').insert({
      entity_ref: 'component:default/cart',
      workload_id: workload.id,
      rule: 'label',
      confirmed: true,
      reason: '{}',
    });
  });

  afterEach(() => knex.destroy());

  /** A cluster was seen to run another version of the shop. */
  async function saw(to: string, cluster = 'member1', at = Date.now()) {
    const placement = await knex('inventory_placement as p')
      .join('inventory_workload as w', 'w.id', 'p.workload_id')
      .where('w.name', 'shop')
      .first('p.id', 'p.source_id');
    await knex('inventory_transition').insert({
      source_id: placement.source_id,
      subject_type: 'placement',
      subject_id: placement.id,
      subject: cluster,
      field: 'version',
      from_value: 'v1',
      to_value: to,
      at,
    });
  }

  it('tells of each change what let it through, in the environment of its cluster', async () => {
    const { engine } = approvalWorld(knex);
    const draft = draftOf('gate|west|run-1|approve|1');
    const images = [
      { name: 'shop', version: 'v2', digest: null, unpinned: false },
    ];
    const { request } = await engine.open({
      ...draft,
      subject: { ...draft.subject, images },
    });
    const one = await engine.vote(voteOn({ request }, 'ann'));
    await engine.vote(voteOn(one.snapshot, 'bob'));
    await saw('v2');
    await saw('v3');
    await saw('v2', 'member2');
    await saw('unknown');
    const report = await reader().report({
      ...period(),
      environment: 'production',
    });
    expect(
      report.changes.map(({ to, basis, clusters, actors }) => ({
        to,
        basis,
        clusters,
        actors,
      })),
    ).toEqual([
      {
        to: 'v3',
        basis: 'no-approval-found',
        clusters: ['member1'],
        actors: [],
      },
      {
        to: 'v2',
        basis: 'no-approval-found',
        clusters: ['member1'],
        actors: [],
      },
    ]);
    // It was decided, and a worker took it up.
    await knex('approval_request').update({ state: 'delivering' });
    const later = await reader().report({
      ...period(),
      environment: 'production',
    });
    expect(later.changes.map(({ basis }) => basis)).toEqual([
      'no-approval-found',
      'approved',
    ]);
    expect(later.changes[1]).toMatchObject({
      requestId: request.id,
      entityRefs: ['component:default/cart'],
      actors: ['user:default/ann', 'user:default/bob'],
      enforcement: 'enforced',
    });
  });

  it('pages through changes without losing or repeating one', async () => {
    const at = Date.now();
    for (let n = 0; n < 5; n += 1) {
      await saw(`v${n}`, n === 2 ? 'member2' : 'member1', at);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await reader().report({
        ...period(),
        environment: 'production',
        limit: 2,
        cursor,
      });
      seen.push(...page.changes.map(({ to }) => to));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['v4', 'v3', 'v1', 'v0']);
  });

  it('says what it cannot know', async () => {
    await knex('inventory_lane')
      .where({ name: 'ResourceBindings' })
      .update({ problem: '{}', problem_since: Date.now() });
    const { limits } = await reader().report({
      from: '2020-01-01T00:00:00Z',
      to: '2030-01-01T00:00:00Z',
    });
    expect(limits.map(({ code }) => code)).toEqual([
      'audit.limit.kept',
      'audit.limit.unread',
      'audit.limit.gone',
      'audit.limit.observed',
    ]);
  });

  it('refuses what is no moment', async () => {
    await expect(
      reader().report({ from: 'yesterday', to: 'now' }),
    ).rejects.toMatchObject({ code: 'moment-invalid' });
  });

  it('lists the trail newest first, of one request where it is asked for, with erased payloads left out', async () => {
    await knex.transaction(trx =>
      appendAudit(
        trx,
        [1, 2, 3].map(n => ({
          actor: 'user:default/ann',
          action: 'vote.counted',
          requestId: n === 2 ? 'other' : 'mine',
          payload: { n },
        })),
      ),
    );
    await knex('approval_audit_payload').where({ seq: 1 }).delete();
    const first = await reader().list({ requestId: 'mine', limit: 1 });
    expect(first.items).toMatchObject([{ seq: 3, payload: { n: 3 } }]);
    const second = await reader().list({
      requestId: 'mine',
      limit: 1,
      cursor: first.nextCursor,
    });
    expect(second.items).toMatchObject([{ seq: 1 }]);
    expect(second.items[0].payload).toBeUndefined();
    expect(second.nextCursor).toBeUndefined();
  });
});
