import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import {
  approvalWorld,
  voteOn,
  WorldOptions,
} from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';
import { etagOf } from './etagOf';
import { Exemption } from './ExemptRequests';

jest.setTimeout(60_000);

const databases = testDatabases();
const copies: Exemption = {
  why: 'replicas',
  basis: 'approved',
  proof: { held: { m1: 'd1' } },
};

describe.each(databases.eachSupportedId())(
  'What needs no new approval on %s',
  id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations({}, knex);
    });

    const open = (options?: WorldOptions) => approvalWorld(knex, options);
    const trail = async (requestId: string) =>
      (
        await knex('approval_audit')
          .where({ request_id: requestId })
          .orderBy('seq')
      ).map(({ actor, action }) => `${actor} ${action}`);

    it('is opened and sealed at once, with the proof in the trail and nothing to wait for', async () => {
      const { engine } = open();
      const draft = draftOf('fresh', { policy: { recallMs: 60_000 } });
      const { request, sealed } = await engine.exempt(draft, copies);
      expect(sealed).toBe(true);
      expect(request).toMatchObject({
        state: 'queued',
        decision: 'approve',
        detail: { exemption: 'replicas', exemptionBasis: 'approved' },
      });
      expect(request.recallUntil).toBeUndefined();
      expect(await trail(request.id)).toEqual([
        'system request.opened',
        'system request.exempted.replicas',
        'system request.sealed',
      ]);
      const { seq } = await knex('approval_audit')
        .where({
          request_id: request.id,
          action: 'request.exempted.replicas',
        })
        .first('seq');
      const { payload } = await knex('approval_audit_payload')
        .where({ seq })
        .first();
      expect(JSON.parse(payload)).toMatchObject({
        exemption: 'replicas',
        basis: 'approved',
        proof: copies.proof,
        subjectDigest: 'd1',
      });
    });

    it('leaves nothing behind when the seal fails: the two are one', async () => {
      const { engine } = open();
      await expect(
        engine.exempt(draftOf('refused', { delivery: 'none' }), copies),
      ).rejects.toMatchObject({ code: 'DECIDED_IN_TOOL' });
      expect(await engine.findOpen('refused')).toBeUndefined();
    });

    it('turns a request that waits for votes on something else into one about this', async () => {
      const { engine } = open();
      const { request } = await engine.open(draftOf('turned'));
      await engine.vote(voteOn({ request }, 'ann'));
      const now = draftOf('turned', { subjectDigest: 'd2' });
      const exempted = await engine.exempt(now, copies);
      expect(exempted.request).toMatchObject({
        id: request.id,
        generation: request.generation + 1,
        state: 'queued',
        subjectDigest: 'd2',
      });
      const { votes } = await engine.get(request.id);
      expect(votes.map(({ status }) => status)).toEqual(['void']);
    });

    it('takes over all that is said of what is released, and nothing of the change that waited before', async () => {
      const { engine } = open();
      const waited = draftOf('renamed', {
        changeKey: 'commit|abc',
        refusal: 'SUBJECT_INCOMPLETE',
      });
      const { request } = await engine.open(waited);
      const now = draftOf('renamed', {
        subjectDigest: 'd2',
        title: 'cart to member3',
        requesters: [{ nativeId: 'tom', kind: 'user', role: 'author' }],
        entities: [{ entityRef: 'component:default/pay', confirmed: true }],
        detail: { tool: 'Other' },
      });
      await engine.exempt(now, copies);
      const { request: done } = await engine.get(request.id);
      expect(done).toMatchObject({
        subjectDigest: 'd2',
        title: 'cart to member3',
        requesters: now.requesters,
        entities: now.entities,
        detail: { tool: 'Other' },
      });
      expect(done.changeKey).toBeUndefined();
      expect(done.refusal).toBeUndefined();
    });

    it('lets alone what is decided already', async () => {
      const { engine } = open();
      const first = await engine.exempt(draftOf('twice'), copies);
      const again = await engine.exempt(draftOf('twice'), copies);
      expect(again).toMatchObject({
        sealed: false,
        request: { id: first.request.id, version: first.request.version },
      });
    });

    it('is asked about like anything else once somebody took it back', async () => {
      const { engine } = open();
      const { request } = await engine.exempt(draftOf('back'), {
        ...copies,
        by: 'user:default/bob',
      });
      await engine.recall({
        id: request.id,
        by: { userEntityRef: 'user:default/ann' },
        ifMatch: etagOf(request),
      });
      const { request: now } = await engine.get(request.id);
      expect(now).toMatchObject({
        state: 'pending',
        detail: { exemptionGone: true },
      });
      const { exemption, exemptionBasis, exemptBy } = now.detail;
      expect({ exemption, exemptionBasis, exemptBy }).toEqual({});
    });

    it.each`
      by                    | why           | state        | says
      ${undefined}          | ${'replicas'} | ${'held'}    | ${'the portal by itself waits for the window'}
      ${undefined}          | ${'failover'} | ${'held'}    | ${'it does so with what moved, too'}
      ${'user:default/ann'} | ${'replicas'} | ${'held'}    | ${'another number of copies waits for it, whoever wants it'}
      ${'user:default/ann'} | ${'failover'} | ${'applied'} | ${'a person on call goes past it with what moved'}
      ${'user:default/ann'} | ${'return'}   | ${'applied'} | ${'and with a return'}
    `('in a freeze: $says', async ({ by, why, state }) => {
      const world = open();
      const { engine, tool } = world;
      const frozen = draftOf(`freeze ${by} ${why}`, {
        policy: {
          windows: [
            {
              name: 'holidays',
              kind: 'deny',
              timezone: 'UTC',
              from: '2020-01-01T00:00',
              to: '2099-01-01T00:00',
            },
          ],
        },
      });
      const { request } = await engine.exempt(frozen, {
        ...copies,
        by,
        why,
      });
      tool.gate(frozen.gateKey).needs = 1;
      await settle(world, 4);
      const now = (await engine.get(request.id)).request;
      expect(now.state).toBe(state);
      expect(tool.effective(frozen.gateKey)).toHaveLength(
        state === 'applied' ? 1 : 0,
      );
      expect(now.detail.exemptionGone).toBeUndefined();
    });

    it('is held by a stop of the line', async () => {
      const world = open();
      const at = await world.store.now();
      await knex('approval_stop').insert({
        id: 'stop',
        reason: 'x',
        by: 'user:default/ann',
        created_at: at,
        until: at + 3600_000,
      });
      const { request } = await world.engine.exempt(draftOf('stopped'), copies);
      await settle(world, 3);
      await knex('approval_stop').delete();
      expect(world.tool.log).toEqual([]);
      expect((await world.engine.get(request.id)).request.state).toBe('queued');
    });
  },
);
