import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf, twoOfShop } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';
import { ApprovalPolicy, ApprovalWindow } from '../model/ApprovalPolicy';
import { GivenPolicy } from '../observe/RequestRules';
import { policyHash } from '../rules/digest/policyHash';

jest.setTimeout(60_000);

const databases = testDatabases();
const HOUR_MS = 3600_000;
const freeze: ApprovalWindow = {
  name: 'freeze',
  kind: 'deny',
  timezone: 'UTC',
  from: '2020-01-01T00:00',
  to: '2099-01-01T00:00',
};

describe.each(databases.eachSupportedId())(
  'What was decided, and by what, on %s',
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
      nativeIds?: () => readonly string[],
    ) {
      const policy = { ...twoOfShop, ...more };
      const hash = policyHash(policy);
      const policies: { now: GivenPolicy; of(): Promise<GivenPolicy> } = {
        now: { policy, hash },
        of: async () => policies.now,
      };
      const world = approvalWorld(knex, {
        policies,
        ...(nativeIds && { nativeIds }),
      });
      const opening = await world.engine.open(
        draftOf(`${key}-${id}`, { ...request, policy: more, policyHash: hash }),
      );
      const get = () => world.engine.get(opening.request.id);
      const glass = async (name: string) =>
        world.engine.breakGlass({
          ...voteOn(await get(), name),
          reason: 'The shop is down and this brings it back',
        });
      return {
        ...world,
        policies,
        request: opening.request,
        get,
        glass,
        become(change: Partial<ApprovalPolicy>) {
          const now = { ...policy, ...change };
          policies.now = { policy: now, hash: policyHash(now) };
        },
        async vote(
          name: string,
          also: Partial<Parameters<typeof world.engine.vote>[0]> = {},
        ) {
          await world.engine.vote(voteOn(await get(), name, also));
          return (await get()).request;
        },
        trail: (action: string) =>
          knex('approval_audit').where({
            request_id: opening.request.id,
            action,
          }),
      };
    }

    /** Approved by two, and not taken by the tool ten times in a row. */
    async function untaken(key: string) {
      const world = await opened(key);
      await world.vote('ann');
      await world.vote('bob');
      world.tool.faults.push(...Array(10).fill('fail'));
      for (let round = 0; round < 15; round++) {
        world.clock.ahead += HOUR_MS;
        await settle(world, 1);
      }
      const halted = await world.get();
      expect(halted.request.state).toBe('halted');
      return {
        ...world,
        go: async () =>
          world.engine.resolve({
            ...voteOn(halted, 'ann'),
            action: 'continue',
            reason: 'The tool is back',
          }),
      };
    }

    describe('continued with nothing of it sent', () => {
      it('waits again where it can be recalled, and is delivered', async () => {
        const world = await untaken('continued');
        await world.go();
        expect((await world.get()).request.state).toBe('queued');
        await settle(world);
        expect((await world.get()).request.state).toBe('applied');
      });

      it('is taken back when somebody on whom it rests may vote no more', async () => {
        const world = await untaken('left');
        world.directory.people.delete('user:default/bob');
        await world.go();
        await settle(world);
        const { request, votes } = await world.get();
        expect(request.state).toBe('pending');
        expect(votes.map(({ status }) => status)).toEqual(['counted', 'void']);
        expect(await world.trail('vote.voided')).toHaveLength(1);
      });

      it('is not sent into a freeze that began meanwhile', async () => {
        const world = await untaken('frozen');
        world.become({ windows: [freeze] });
        await world.go();
        await settle(world);
        expect((await world.get()).request.state).toBe('held');
        expect(world.tool.log).toEqual([]);
      });

      it('is not looked at for ever where it was stored as being delivered', async () => {
        const world = await untaken('stored');
        await world.go();
        await knex('approval_request').update({ state: 'delivering' });
        await knex('approval_delivery').update({ state: 'delivering' });
        world.directory.people.delete('user:default/bob');
        await settle(world);
        expect((await world.get()).request.state).toBe('pending');
      });
    });

    it('rejects at once what somebody approved for later', async () => {
      const world = await opened('later');
      const inAnHour = (await world.store.now()) + HOUR_MS;
      await world.vote('ann', { notBefore: inAnHour });
      await world.vote('bob', { decision: 'reject' });
      await settle(world, 3);
      expect((await world.get()).request.state).toBe('rejected');
    });

    it('is held for the latest of the times that people asked for, whoever votes last', async () => {
      const world = await opened('latest');
      const now = await world.store.now();
      await world.vote('ann', { notBefore: now + HOUR_MS });
      expect(
        await world.vote('bob', { notBefore: now - HOUR_MS }),
      ).toMatchObject({ state: 'held', notBefore: now + HOUR_MS });
    });

    /** Held by two approvals and a window, with one refusal where two are asked for. */
    async function heldAndRefused(key: string) {
      const world = await opened(key, { windows: [freeze], rejections: 2 });
      await world.vote('ann');
      await world.vote('bob');
      expect(await world.vote('cid', { decision: 'reject' })).toMatchObject({
        state: 'held',
      });
      return world;
    }

    it('rejects what is held once a refusal suffices by now, and opens no gate', async () => {
      const world = await heldAndRefused('suffices');
      world.become({ windows: [freeze], rejections: 1 });
      await world.engine.sweepRights();
      expect((await world.get()).request).toMatchObject({
        state: 'queued',
        decision: 'reject',
      });
      await settle(world, 3);
      expect((await world.get()).request.state).toBe('rejected');
      expect(world.tool.log.map(({ verdict }) => verdict)).toEqual(['reject']);
    });

    it('opens no gate past a refusal that suffices by what was stored before', async () => {
      const world = await heldAndRefused('stored');
      const { policy } = (await world.get()).request;
      const stored = { ...policy, windows: [], rejections: 1 };
      await knex('approval_request').update({
        policy: JSON.stringify(stored),
        policy_hash: policyHash(stored),
      });
      world.become({ windows: [], rejections: 1 });
      await world.engine.sweep();
      await settle(world, 3);
      expect((await world.get()).request.state).toBe('pending');
      expect(world.tool.log).toEqual([]);
    });

    it('is not held for a window once too few agree', async () => {
      const world = await opened('few', {
        require: { atLeast: 1, of: { owners: true } },
        rejections: 2,
        windows: [freeze],
      });
      expect((await world.vote('ann')).state).toBe('held');
      expect((await world.vote('ann', { decision: 'reject' })).state).toBe(
        'pending',
      );
    });

    describe('as far as the tool takes it', () => {
      it.each([
        ['knows nobody by that name', 'NO_IDENTITY_IN_TOOL', []],
        ['does not list them', 'NOT_LISTED_IN_TOOL', ['ann']],
      ])(
        'is not decided past the rules by somebody where the tool %s, and stays open',
        async (_, code, names) => {
          const world = await opened(
            `past-${code}`,
            {},
            {
              identityMode: 'impersonated',
              detail: { tool: 'Tool', toolApprovers: ['bob'] },
            },
            () => names,
          );
          await expect(world.glass('ann')).rejects.toMatchObject({ code });
          expect((await world.get()).request.state).toBe('pending');
        },
      );

      it('collects as many votes as the tool waits for', async () => {
        const world = await opened(
          'minimum',
          { require: { atLeast: 1, of: { owners: true } } },
          { detail: { tool: 'Tool', toolNeeds: 2 } },
        );
        world.tool.gate(world.request.gateKey).needs = 2;
        expect((await world.vote('ann')).state).toBe('pending');
        expect((await world.vote('bob')).state).toBe('queued');
        await settle(world);
        expect((await world.get()).request.state).toBe('applied');
      });

      it('is not decided past the rules by fewer people than the tool waits for', async () => {
        const world = await opened(
          'alone',
          {},
          { detail: { tool: 'Tool', toolNeeds: 2 } },
        );
        await expect(world.glass('ann')).rejects.toMatchObject({
          code: 'TOOL_CANNOT_BE_MET',
        });
      });
    });

    describe('by a policy that cannot be read any more', () => {
      const broken = (world: Awaited<ReturnType<typeof opened>>) => {
        world.policies.now = {
          ...world.policies.now,
          refusal: 'POLICY_INVALID',
        };
      };

      it('is not decided past the rules', async () => {
        const world = await opened('broken-glass');
        broken(world);
        await expect(world.glass('ann')).rejects.toMatchObject({
          code: 'POLICY_INVALID',
        });
      });

      it('is not sent before it can be', async () => {
        const world = await opened('broken-queued');
        await world.vote('ann');
        await world.vote('bob');
        const before = world.policies.now;
        broken(world);
        await settle(world);
        expect((await world.get()).request.state).toBe('queued');
        expect(world.tool.log).toEqual([]);
        world.policies.now = before;
        await settle(world);
        expect((await world.get()).request.state).toBe('applied');
      });
    });
  },
);
