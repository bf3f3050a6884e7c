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
import { demandBook } from './report/demandBook';

jest.setTimeout(120_000);

const databases = testDatabases();
const DAY = 24 * 3600_000;

describe.each(databases.eachSupportedId())('DefaultAuditReader on %s', id => {
  let knex: Knex;
  const reader = (mostRequests?: number) =>
    DefaultAuditReader.create({
      knex,
      mostRequests,
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
  async function saw(
    to: string,
    cluster = 'member1',
    at = Date.now(),
    from: string | null = 'v1',
  ) {
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
      from_value: from,
      to_value: to,
      at,
    });
  }

  /** Something else than the version changed on a cluster. */
  async function changedBeside(
    cause: string,
    at: number,
    cluster = 'member1',
    version: string | null = 'v2',
  ) {
    await saw(`digest-${at}`, cluster, at, 'digest');
    await knex('inventory_transition')
      .where({ to_value: `digest-${at}` })
      .update({ field: 'content', cause, version });
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

  it('takes no change from a version that was not known while it rolled out', async () => {
    const now = Date.now();
    await saw('v2', 'member1', now);
    await saw('unknown', 'member1', now + 1, 'v2');
    await saw('v2', 'member1', now + 2, 'unknown');
    await saw('unknown', 'member1', now + 3, 'v2');
    await saw('v3', 'member1', now + 4, 'unknown');
    await saw('v3', 'member2', now + 5, 'unknown');
    const { changes } = await reader().report(period());
    expect(
      changes.map(({ clusters, from, to }) => [...clusters, from, to]),
    ).toEqual([
      ['member2', undefined, 'v3'],
      ['member1', 'v2', 'v3'],
      ['member1', 'v1', 'v2'],
    ]);
  });

  it('knows what ran before from the first change that was seen of it', async () => {
    const now = Date.now();
    await saw('unknown', 'member1', now, 'v1');
    await saw('v1', 'member1', now + 1, 'unknown');
    await saw('unknown', 'member1', now + 2, 'v1');
    await saw('v2', 'member1', now + 3, 'unknown');
    const { changes } = await reader().report(period());
    expect(changes.map(({ from, to }) => [from, to])).toEqual([['v1', 'v2']]);
  });

  it('holds nothing against anybody where no policy asks, or of which nobody knows what ran before', async () => {
    await demandBook.note(knex, ['production']);
    await knex('approval_demand').update({ since: Date.now() - 60_000 });
    const now = Date.now();
    await saw('v2', 'member1', now);
    await saw('v2', 'member2', now + 1);
    await saw('v9', 'member3', now + 2, 'unknown');
    await saw('v0', 'member1', now - 3600_000);
    const { changes } = await reader().report(period());
    expect(
      changes.map(({ clusters, to, basis }) => [...clusters, to, basis]),
    ).toEqual([
      ['member3', 'v9', 'no-policy'],
      ['member2', 'v2', 'no-policy'],
      ['member1', 'v2', 'no-approval-found'],
      ['member1', 'v0', 'before-observation'],
    ]);
  });

  it('knows what came while it looked from what may have run all along', async () => {
    await demandBook.note(knex, ['production']);
    await knex('approval_demand').update({ since: Date.now() - 60_000 });
    const now = Date.now();
    await saw('v9', 'member1', now, 'unknown');
    const basis = async () =>
      (await reader().report(period())).changes.map(one => one.basis);
    expect(await basis()).toEqual(['before-observation']);
    await knex('inventory_transition').where({ field: 'version' }).delete();
    await saw('unknown', 'member1', now, null);
    await saw('v9', 'member1', now + 1, 'unknown');
    expect(await basis()).toEqual(['no-approval-found']);
  });

  it('tells what changed under the same version, by the first approval after the change before it', async () => {
    await demandBook.note(knex, ['production']);
    await knex('approval_demand').update({ since: Date.now() - 60_000 });
    const { engine } = approvalWorld(knex);
    const draft = draftOf('gate|west|run-1|approve|1');
    const images = [
      { name: 'shop', version: 'v2', digest: null, unpinned: false },
    ];
    const { request } = await engine.open({
      ...draft,
      subject: { ...draft.subject, images },
    });
    const sealedAt = Date.now();
    await knex('approval_request').update({
      state: 'delivering',
      decision: 'approve',
      sealed_at: sealedAt,
    });
    await saw('v2', 'member1', sealedAt - 5_000);
    // A rollout that shows no version for a moment is no change in between.
    await saw('unknown', 'member1', sealedAt + 1_000, 'v2');
    await saw('v2', 'member1', sealedAt + 2_000, 'unknown');
    await changedBeside('settings', sealedAt + 3_000);
    await changedBeside('image', sealedAt + 4_000);
    await changedBeside('settings', sealedAt + 5_000, 'member2');
    await changedBeside('settings', sealedAt + 6_000, 'member1', null);
    const { changes } = await reader().report(period());
    expect(
      changes.map(one => [
        ...one.clusters,
        one.from,
        one.to,
        one.change?.code,
        one.basis,
        one.requestId,
      ]),
    ).toEqual([
      [
        'member1',
        'overridden',
        'overridden',
        'audit.change.hidden',
        'no-approval-found',
        undefined,
      ],
      ['member2', 'v2', 'v2', 'audit.change.settings', 'no-policy', undefined],
      [
        'member1',
        'v2',
        'v2',
        'audit.change.image',
        'no-approval-found',
        undefined,
      ],
      ['member1', 'v2', 'v2', 'audit.change.settings', 'approved', request.id],
      ['member1', 'v1', 'v2', undefined, 'approved', request.id],
    ]);
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
      'audit.limit.content',
      'audit.limit.observed',
    ]);
  });

  it('looks at so many requests and no more, says that it did, and counts none that was over long before', async () => {
    const { engine } = approvalWorld(knex);
    for (const run of ['run-1', 'run-2']) {
      await engine.open(draftOf(`gate|west|${run}|approve|1`));
    }
    await saw('v2');
    const now = Date.now();
    const over = async (closedAt: number) => {
      await knex('approval_request')
        .where({ gate_key: 'gate|west|run-1|approve|1' })
        .update({
          state: 'applied',
          decision: 'approve',
          created_at: closedAt - 1000,
          sealed_at: closedAt,
          closed_at: closedAt,
        });
      await knex('approval_request')
        .where({ gate_key: 'gate|west|run-2|approve|1' })
        .update({ state: 'delivering', created_at: now });
    };
    const said = async (mostRequests: number) => {
      const { limits } = await reader(mostRequests).report(period());
      return limits.find(({ code }) => code === 'audit.limit.cut')?.params;
    };
    await over(now - 3600_000);
    expect(await said(2)).toBeUndefined();
    expect(await said(1)).toEqual({ since: new Date(now).toISOString() });
    await over(now - 7 * 3600_000);
    expect(await said(1)).toBeUndefined();
  });

  it('reads no whole history for one page, and goes on where it stopped', async () => {
    const at = Date.now();
    const placement = await knex('inventory_placement as p')
      .join('inventory_workload as w', 'w.id', 'p.workload_id')
      .where('w.name', 'shop')
      .first('p.id', 'p.source_id');
    const rows = Array.from({ length: 5_200 }, (_, n) => ({
      source_id: placement.source_id,
      subject_type: 'placement',
      subject_id: placement.id,
      subject: n === 0 ? 'member1' : 'member2',
      field: 'version',
      to_value: `v${n}`,
      at: at - 10_000 + n,
    }));
    await knex.batchInsert('inventory_transition', rows, 500);
    const page = { ...period(), environment: 'production' };
    const first = await reader().report(page);
    expect(first.changes).toEqual([]);
    const second = await reader().report({ ...page, cursor: first.nextCursor });
    expect(second.changes.map(({ to }) => to)).toEqual(['v0']);
    expect(second.nextCursor).toBeUndefined();
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
