import {
  Gate,
  PipelineRun,
} from '@fairway/backstage-plugin-multicluster-common';
import { DecideRequest } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { fakeRuns } from '../../__testUtils__/fakeRuns';
import { fakeSource } from '../../__testUtils__/startTestPlugin';
import { waitingGate } from '../../__testUtils__/waitingRun';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { SourceRegistry } from '../../service/SourceRegistry';
import { voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { gateWorld, stageOf } from '../__testUtils__/gateWorld';
import { settle } from '../__testUtils__/settle';
import { RunGateAdapter } from './RunGateAdapter';

jest.setTimeout(60_000);

const databases = testDatabases();
const nameOf = (ref: string) => `${ref.split('/')[1]}@tool`;

/** A tool with one gate that needs two people, and counts what it was told only when it next looks. */
function countingTool() {
  const state = {
    gate: { ...waitingGate, version: '1', decisions: [] } as Gate,
    status: 'waiting' as PipelineRun['status'],
    taken: [] as string[],
    /** What was asked, with who was counted by then. */
    asked: [] as Array<{
      who: string;
      counted: string[];
      request: DecideRequest;
    }>,
  };
  const counted = () => state.gate.decisions.map(({ actor }) => actor.nativeId);
  const look = () => {
    for (const nativeId of state.taken.splice(0)) {
      state.gate.decisions.push({
        actor: { nativeId, kind: 'user' },
        verdict: 'approved',
        listed: true,
      });
    }
    if (counted().length >= 2) {
      state.gate = { ...state.gate, state: 'approved', actionable: false };
    }
  };
  const sources = new SourceRegistry();
  sources.add(
    fakeSource({
      id: 'tool',
      type: 'tool',
      runs: fakeRuns(),
      gates: {
        capabilities: () => [
          {
            verdict: 'approve',
            available: true,
            identityModes: ['user-token'],
            repetition: 'none',
            countsPeople: true,
            delivery: 'worker',
          },
        ],
        read: async ({ derived }) => {
          const shown = {
            ...derived,
            status: state.status,
            stages: [stageOf('approve', { gate: { ...state.gate } })],
          };
          look();
          return shown;
        },
        decide: async request => {
          const who = nameOf(request.caller.userEntityRef);
          state.asked.push({ who, counted: counted(), request });
          state.taken.push(who);
          return {
            outcome: 'requested',
            actedAs: { mode: 'user-token', nativeId: who },
            providerRef: `command-${state.asked.length}`,
            retryable: false,
          };
        },
      },
    }),
  );
  return { state, sources };
}

describe.each(databases.eachSupportedId())('RunGateAdapter on %s', id => {
  async function sealed(digest = 'd1') {
    const knex: Knex = await databases.init(id);
    const world = await gateWorld(knex);
    const { state, sources } = countingTool();
    world.adapters.add(
      'gate',
      RunGateAdapter.create({
        knex,
        sources,
        drafts: {
          draft: async () => draftOf('drafted', { subjectDigest: digest }),
        },
        nativeIds: (_, { ref }) => [nameOf(ref)],
      }),
    );
    const { request } = await world.engine.open(
      draftOf('of-a-run', {
        source: 'tool',
        runKey: 'run-1',
        gateId: waitingGate.id,
        gateVersion: '1',
      }),
    );
    await world.engine.vote(voteOn({ request }, 'bob', { comment: 'Good' }));
    await world.engine.vote(voteOn({ request }, 'ann'));
    const get = () => world.engine.get(request.id);
    return { ...world, state, get };
  }

  it('tells the tool of one person after the other, the next only when the one before was counted', async () => {
    const world = await sealed();
    await settle(world, 20);
    const { request, steps } = await world.get();

    expect(request.state).toBe('applied');
    expect(world.state.asked.map(({ who, counted }) => [who, counted])).toEqual(
      [
        ['bob@tool', []],
        ['ann@tool', ['bob@tool']],
      ],
    );
    expect(world.state.asked[0].request).toMatchObject({
      gateId: waitingGate.id,
      version: '1',
      verdict: 'approve',
      comment: 'Good',
    });
    expect(steps.map(({ providerRef }) => providerRef)).toEqual([
      'command-1',
      'command-2',
    ]);
  });

  it.each<
    [string, (state: ReturnType<typeof countingTool>['state']) => void, string]
  >([
    [
      'goes back',
      state => {
        state.gate = { ...state.gate, state: 'orphaned', actionable: false };
      },
      'cancelled',
    ],
    [
      'asks anew',
      state => {
        state.gate = { ...state.gate, version: '2' };
      },
      'cancelled',
    ],
    [
      'ran out of time',
      state => {
        state.gate = { ...state.gate, state: 'expired', actionable: false };
      },
      'expired',
    ],
  ])('tells nothing to a run that %s', async (_, change, expected) => {
    const world = await sealed();
    change(world.state);
    await settle(world);
    expect((await world.get()).request.state).toBe(expected);
    expect(world.state.asked).toEqual([]);
  });

  it.each([
    ['before anything was told', 0],
    ['when part of it was told', 1],
  ])(
    'takes a run that the portal forgot %s for none that ended, and goes on once it is read again',
    async (_, told) => {
      const world = await sealed();
      while (world.state.asked.length < told) {
        await settle(world, 1);
      }
      const { knex } = world.store;
      await knex('inventory_run').where('key', 'run-1').update({ key: 'gone' });
      await settle(world, 5);
      const { request, steps } = await world.get();
      expect(request.closedAt).toBeUndefined();
      expect(steps[0].sentence).toMatchObject({
        code: 'approval.step.unreadable',
        params: { reason: 'its run was not read from tool again yet' },
      });

      await knex('inventory_run').where('key', 'gone').update({ key: 'run-1' });
      await settle(world, 30);
      expect((await world.get()).request.state).toBe('applied');
      expect(world.state.asked.map(({ who }) => who)).toEqual([
        'bob@tool',
        'ann@tool',
      ]);
    },
  );

  it('tells nothing to a run that is about something else by now', async () => {
    const world = await sealed('d2');
    await settle(world);
    expect((await world.get()).request).toMatchObject({
      state: 'pending',
      generation: 2,
    });
    expect(world.state.asked).toEqual([]);
  });
});
