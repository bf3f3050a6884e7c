import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf, twoOfShop } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { GivenPolicy } from '../observe/RequestRules';
import { policyHash } from '../rules/digest/policyHash';

jest.setTimeout(60_000);

const databases = testDatabases();

const ann = 'user:default/ann';
const bob = 'user:default/bob';

describe.each(databases.eachSupportedId())(
  'A policy that changes on %s',
  id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations({}, knex);
    });

    beforeEach(async () => {
      await knex('approval_request').delete();
    });

    async function opened(
      key: string,
      more: Partial<ApprovalPolicy> = {},
      request: Parameters<typeof draftOf>[1] = {},
    ) {
      const policy = { ...twoOfShop, ...more };
      const configured: GivenPolicy = { policy, hash: policyHash(policy) };
      const policies = { now: configured, of: async () => policies.now };
      const world = approvalWorld(knex, { policies });
      const draft = draftOf(key, {
        ...request,
        policy: more,
        policyHash: configured.hash,
      });
      const opening = await world.engine.open({
        ...draft,
        subject: { ...draft.subject, policyHash: configured.hash },
      });
      return {
        ...world,
        policies,
        request: opening.request,
        become(change: Partial<ApprovalPolicy>) {
          const now = { ...policy, ...change };
          policies.now = { policy: now, hash: policyHash(now) };
        },
        trail: () =>
          knex('approval_audit')
            .where('request_id', opening.request.id)
            .orderBy('seq')
            .pluck('action') as Promise<string[]>,
        get: () => world.engine.get(opening.request.id),
      };
    }

    it('voids what does not count by the stricter of both, says why, and keeps the rest', async () => {
      const world = await opened('e25-void');
      await world.engine.vote(voteOn(world, 'ann'));
      await world.engine.vote({
        ...voteOn(await world.get(), 'cid'),
        decision: 'approve',
      });
      // Two had approved, so that it is on its way to the tool and beyond what a policy changes.
      expect((await world.get()).request.state).toBe('queued');

      const other = await opened('e25-void-2');
      await other.engine.vote(voteOn(other, 'ann'));
      other.become({
        require: { atLeast: 3, of: { users: [ann, bob] } },
        separation: { ...twoOfShop.separation, author: true },
      });
      await other.engine.sweepRights();
      const { request, votes } = await other.get();
      expect(votes).toMatchObject([{ voter: ann, status: 'counted' }]);
      expect(request.state).toBe('pending');
      expect(request.policy.require).toEqual({
        all: [
          { atLeast: 2, of: { owners: true } },
          { atLeast: 3, of: { users: [ann, bob] } },
        ],
      });
      expect(request.policyHash).not.toBe(other.request.policyHash);
      expect(await other.trail()).toContain('policy.changed');
    });

    it('voids the vote of somebody whom the new policy separates', async () => {
      const world = await opened(
        'e25-author',
        { separation: { ...twoOfShop.separation, author: false } },
        {
          requesters: [
            {
              nativeId: 'ann',
              entityRef: ann,
              kind: 'user',
              role: 'author',
            },
          ],
        },
      );
      await world.engine.vote(voteOn(world, 'ann'));
      world.become({});
      world.become({ separation: { ...twoOfShop.separation, author: true } });
      await world.engine.sweepRights();
      const { votes } = await world.get();
      expect(votes).toMatchObject([
        { voter: ann, status: 'void', reason: 'policy-changed' },
      ]);
      const entry = await knex('approval_audit as a')
        .join('approval_audit_payload as p', 'p.seq', 'a.seq')
        .where({ request_id: world.request.id, action: 'policy.changed' })
        .first('p.payload');
      expect(JSON.parse(entry.payload)).toMatchObject({
        fromHash: world.request.policyHash,
        lost: [{ voter: ann, code: 'IS_AUTHOR' }],
      });
    });

    it('judges a vote by it although nobody has swept since', async () => {
      const world = await opened('e25-vote');
      await world.engine.vote(voteOn(world, 'ann'));
      world.become({ require: { atLeast: 3, of: { owners: true } } });
      const { snapshot } = await world.engine.vote(voteOn(world, 'bob'));
      expect(snapshot.request.state).toBe('pending');
      expect(snapshot.votes.map(({ status }) => status)).toEqual([
        'counted',
        'counted',
      ]);
      const last = await world.engine.vote(voteOn(snapshot, 'cid'));
      expect(last.snapshot.request.state).toBe('queued');
    });

    it('decides by refusals that suffice only now, at the next look', async () => {
      const world = await opened('e25-refused', { rejections: 2 });
      await world.engine.vote(voteOn(world, 'ann', { decision: 'reject' }));
      expect((await world.get()).request.state).toBe('pending');
      world.become({ rejections: 1 });
      await world.engine.sweepRights();
      expect((await world.get()).request).toMatchObject({
        state: 'queued',
        decision: 'reject',
      });
      expect(await world.trail()).toEqual([
        'request.opened',
        'vote.counted',
        'policy.changed',
        'request.sealed',
      ]);
      await settle(world);
      expect((await world.get()).request.state).toBe('rejected');
    });

    it('takes an approval back that refusals stand against by now, and sends none of it', async () => {
      const world = await opened('e25-refused-queued', { rejections: 2 });
      await world.engine.vote(voteOn(world, 'ann'));
      await world.engine.vote(
        voteOn(await world.get(), 'cid', { decision: 'reject' }),
      );
      await world.engine.vote(voteOn(await world.get(), 'bob'));
      expect((await world.get()).request).toMatchObject({
        state: 'queued',
        decision: 'approve',
      });
      world.become({ rejections: 1 });
      // Nobody has swept: whoever takes it up is told.
      await settle(world);
      expect((await world.get()).request).toMatchObject({
        state: 'rejected',
        decision: 'reject',
      });
      expect(
        world.tool
          .effective(world.request.gateKey)
          .map(({ verdict }) => verdict),
      ).toEqual(['reject']);
    });

    it('does not decide again what somebody took back', async () => {
      const world = await opened('e25-refused-back', { recallMs: 60_000 });
      await world.engine.vote(voteOn(world, 'ann', { decision: 'reject' }));
      await world.engine.vote(
        voteOn(await world.get(), 'bob', { decision: 'reject' }),
      );
      await world.engine.recall(voteOn(await world.get(), 'ann'));
      const before = await world.get();
      world.become({ comment: 'required' });
      await world.engine.sweepRights();
      const after = await world.get();
      expect(after.request.state).toBe(before.request.state);
      expect(after.request.policyHash).not.toBe(before.request.policyHash);
    });

    it('never gets looser', async () => {
      const world = await opened('e25-looser');
      world.become({ require: { atLeast: 1, of: { owners: true } } });
      await world.engine.sweepRights();
      const { request } = await world.get();
      expect(request.policyHash).toBe(world.request.policyHash);
      const { snapshot } = await world.engine.vote(voteOn(world, 'ann'));
      expect(snapshot.request.state).toBe('pending');
      expect(await world.trail()).not.toContain('policy.changed');
    });

    it('takes back what was decided and nobody took up, and lets it wait for the new windows', async () => {
      const world = await opened('e25-queued', { recallMs: 60_000 });
      await world.engine.vote(voteOn(world, 'ann'));
      await world.engine.vote(voteOn(await world.get(), 'bob'));
      const closed: ApprovalPolicy['windows'] = [
        {
          name: 'holidays',
          kind: 'deny',
          timezone: 'UTC',
          from: '2000-01-01T00:00',
          to: '2999-01-01T00:00',
        },
      ];
      world.become({ windows: closed });
      await world.engine.sweepRights();
      const { request, steps } = await world.get();
      expect(request).toMatchObject({ state: 'held' });
      expect(request.decision).toBeUndefined();
      expect(steps.map(({ state }) => state)).toEqual(['recalled', 'recalled']);
      expect(request.policy.windows).toEqual(closed);
    });

    it('is asked once more right before something is sent', async () => {
      const world = await opened('e25-send');
      await world.engine.vote(voteOn(world, 'ann'));
      await world.engine.vote(voteOn(await world.get(), 'bob'));
      expect((await world.get()).request.state).toBe('queued');
      world.become({ require: { atLeast: 3, of: { owners: true } } });
      await world.worker.round();
      const { request, votes } = await world.get();
      expect(request.state).toBe('pending');
      expect(votes.map(({ status }) => status)).toEqual(['counted', 'counted']);
      expect(world.tool.effective(world.request.gateKey)).toEqual([]);
    });

    it('finishes what is on its way as it was sealed', async () => {
      const world = await opened('e25-sent');
      world.tool.gate(world.request.gateKey).needs = 2;
      await world.engine.vote(voteOn(world, 'ann'));
      await world.engine.vote(voteOn(await world.get(), 'bob'));
      await world.worker.round();
      world.become({ require: { atLeast: 3, of: { owners: true } } });
      await settle(world);
      expect((await world.get()).request).toMatchObject({
        state: 'applied',
        policyHash: world.request.policyHash,
      });
    });

    it('takes back nothing that was decided past the rules', async () => {
      const world = await opened('e25-glass', { recallMs: 60_000 });
      await world.engine.breakGlass({
        ...voteOn(world, 'ann'),
        reason: 'The shop is down and nobody is awake',
      });
      world.become({ require: { atLeast: 3, of: { owners: true } } });
      await world.engine.sweepRights();
      expect((await world.get()).request.state).toBe('queued');
    });

    it('brings the deadline forward, and never moves it back', async () => {
      const world = await opened('e25-deadline', { expiresAfterMs: 3600_000 });
      world.become({ expiresAfterMs: 60_000 });
      await world.engine.sweepRights();
      const { request } = await world.get();
      expect(request.deadline).toBe(request.createdAt + 60_000);
      const again = await opened('e25-deadline-2', { expiresAfterMs: 60_000 });
      again.become({ expiresAfterMs: 3600_000, comment: 'required' });
      await again.engine.sweepRights();
      const after = (await again.get()).request;
      expect(after.deadline).toBe(after.createdAt + 60_000);
    });

    it('lets nobody vote on what the new policy says too little is known of', async () => {
      const world = await opened('e25-subject');
      world.become({ subject: { complete: true, unpinned: 'allow' } });
      await expect(
        world.engine.vote(voteOn(world, 'ann')),
      ).rejects.toMatchObject({ code: 'SUBJECT_INCOMPLETE' });
      await world.engine.sweepRights();
      expect((await world.get()).request.refusal).toBe('SUBJECT_INCOMPLETE');
    });

    it('lets nobody vote, and judges nothing, while it cannot be read', async () => {
      const world = await opened('e25-invalid');
      world.policies.now = {
        ...world.policies.now,
        policy: { ...twoOfShop, comment: 'required' },
        hash: 'other',
        refusal: 'POLICY_INVALID',
      };
      await expect(
        world.engine.vote(voteOn(world, 'ann')),
      ).rejects.toMatchObject({ code: 'POLICY_INVALID' });
      await world.engine.sweepRights();
      expect((await world.get()).request.policyHash).toBe(
        world.request.policyHash,
      );
    });

    it('is told once by two replicas that see it at once, and by two that were given different ones', async () => {
      const world = await opened('e25-two');
      await world.engine.vote(voteOn(world, 'ann'));
      world.become({ require: { atLeast: 3, of: { owners: true } } });
      const loose: GivenPolicy = {
        policy: { ...twoOfShop, name: 'as it was' },
        hash: policyHash({ ...twoOfShop, name: 'as it was' }),
      };
      const second = approvalWorld(knex, { policies: world.policies });
      const third = approvalWorld(knex, {
        policies: { of: async () => loose },
      });
      await Promise.all([
        world.engine.sweepRights(),
        second.engine.sweepRights(),
        third.engine.sweepRights(),
      ]);
      await approvalWorld(knex, {
        policies: { of: async () => loose },
      }).engine.sweepRights();
      await approvalWorld(knex, {
        policies: world.policies,
      }).engine.sweepRights();
      expect(
        (await world.trail()).filter(action => action === 'policy.changed'),
      ).toHaveLength(1);
    });
  },
);
