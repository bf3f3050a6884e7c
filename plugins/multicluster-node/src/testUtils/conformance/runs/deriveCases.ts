import assert from 'node:assert/strict';
import { isRunOver } from '@fairway/backstage-plugin-multicluster-common';
import { DerivedRun, DeriveRunInput, gatesOf } from '../../../contract';
import { assertSame } from './assertSame';
import { assertDerivedRun } from './assertDerivedRun';
import { mutateJson, seeded } from './mutateJson';
import { RunsConformanceCase } from './RunsConformanceCase';
import { RunsConformanceContext } from './RunsConformanceContext';
import { RunningRunsObservation } from './startObservation';
import { settle } from './settle';

const MUTATIONS = 200;

/** What a source concludes from facts of runs. @internal */
export const deriveCases: RunsConformanceCase[] = [
  {
    name: 'derive gives the same for the same input, and leaves the input as it is',
    needs: [],
    async run(context) {
      const { derive, inputs } = await seenInputs(context);
      for (const input of inputs) {
        const before = JSON.stringify(input);
        const first = derive(deepFreeze(input));
        assertSame(derive(input), first);
        assert.equal(JSON.stringify(input), before);
      }
    },
  },
  {
    name: 'derive gives what can be shown: known states, names that exist, times in order, sentences',
    needs: [],
    async run(context) {
      const { derive, inputs } = await seenInputs(context);
      for (const input of inputs) {
        assertDerivedRun(derive(input));
        const { run, now } = input;
        assertDerivedRun(derive({ run, now, gates: [], ahead: [] }));
      }
    },
  },
  {
    name: 'derive never throws, whatever a tool may send',
    needs: [],
    async run(context) {
      const { derive, inputs } = await seenInputs(context);
      const random = seeded(1);
      for (const input of inputs) {
        for (let i = 0; i < MUTATIONS; i++) {
          const native = mutateJson(input.run.native, random);
          const mutant = { ...input, run: { ...input.run, native } };
          try {
            assertDerivedRun(derive(mutant));
          } catch (error) {
            const reason = error instanceof Error ? error.message : error;
            assert.fail(`${reason}, of ${JSON.stringify(native)}`);
          }
        }
      }
    },
  },
  {
    name: 'derive never calls succeeded what nothing is known of',
    needs: [],
    async run(context) {
      const { derive, inputs } = await seenInputs(context);
      for (const input of inputs) {
        for (const active of [true, false]) {
          const run = { ...input.run, active, native: {} };
          const derived = derive({ ...input, run, previous: undefined });
          assertDerivedRun(derived);
          const all = [derived, ...derived.stages];
          assert.ok(all.every(({ status }) => status !== 'succeeded'));
          const gates = gatesOf(derived);
          assert.ok(gates.every(({ state }) => state !== 'approved'));
        }
      }
    },
  },
  {
    name: 'a status that no version ever had reads unknown, and is logged once',
    needs: ['setUnknownValue'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      await context.ability('setUnknownValue')(run);
      await context.untilRun(
        observation,
        run,
        'it reads unknown',
        ({ status }) => status === 'unknown',
      );
      await settle(observation.sink);
      const { length } = observation.logged;
      await context.untilCaughtUp(observation);
      await context.untilCaughtUp(observation);
      assert.equal(
        observation.logged.length,
        length,
        'it is logged again and again',
      );
      assert.ok(length > 0, 'it is not logged');
    },
  },
  {
    name: 'derive of runs at rest stays with what it said',
    needs: [],
    async run(context) {
      const { derive, inputs } = await seenInputs(context);
      for (const input of inputs) {
        const previous = derive(input);
        const again = derive({ ...input, previous });
        assertSame(derive({ ...input, previous: again }), again);
      }
    },
  },
  {
    name: 'what derive remembers is plain JSON and survives a restart of the core',
    needs: [],
    async run(context) {
      const { derive, inputs } = await seenInputs(context);
      for (const input of inputs) {
        const derived = derive(input);
        const stored = JSON.parse(JSON.stringify(derived)) as DerivedRun;
        assertSame(
          derive({ ...input, previous: stored }),
          derive({ ...input, previous: derived }),
        );
      }
    },
  },
  {
    name: 'a second look at a run that derive asks for lies ahead, and a run that is over needs none',
    needs: [],
    async run(context) {
      const { derive, inputs } = await seenInputs(context);
      for (const input of inputs) {
        const { recheckAt, status } = derive(input);
        assert.ok(
          recheckAt === undefined || recheckAt > input.now,
          'it is to be looked at again in the past',
        );
        if (isRunOver(status) && !input.run.active) {
          assert.equal(recheckAt, undefined, 'it is over');
        }
      }
    },
  },
  {
    name: 'a run that is over has an end, and no stage that still runs or waits',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      for (const verdict of ['succeeded', 'failed', 'cancelled'] as const) {
        const run = await context.startRun();
        await context.untilRun(
          observation,
          run,
          'a stage of it runs',
          ({ stages }) => stages.some(({ status }) => status === 'running'),
        );
        await context.world.finish(run, verdict);
        const { finishedAt, stages } = await context.untilRun(
          observation,
          run,
          `it reads ${verdict}`,
          ({ status }) => status === verdict,
        );
        assert.ok(finishedAt, 'it has no end');
        for (const { id, status } of stages) {
          assert.ok(
            !['running', 'waiting'].includes(status),
            `stage ${id} of a run that is over reads ${status}`,
          );
        }
      }
    },
  },
  {
    name: 'a stage keeps the first start seen when whoever runs it is started anew',
    needs: ['restartAgent'],
    async run(context) {
      const { observation, run, stage } = await context.seenStage();
      const changes = () =>
        observation.sink.writes.filter(({ key }) => key === run.key).length;
      await settle(observation.sink);
      const before = changes();
      const start = observation.tracker
        .derive(run.key)
        ?.stages.find(({ id }) => id === stage.id)?.startedAt;
      assert.ok(start, 'the stage has no start');
      await new Promise(resolve => setTimeout(resolve, 1100));
      await context.ability('restartAgent')(run);
      await context.until(() => changes() > before, 'the restart is seen');
      const after = observation.tracker
        .derive(run.key)
        ?.stages.find(({ id }) => id === stage.id)?.startedAt;
      assert.equal(after, start);
    },
  },
  {
    name: 'a run that stands behind another of its pipeline is queued, until that is over',
    needs: ['queueRun'],
    async run(context) {
      const pipeline = await context.addPipeline();
      const first = await context.startRun(pipeline);
      const second = await context.ability('queueRun')(pipeline);
      const observation = await context.observe();
      await context.untilRun(observation, first, 'it is stored');
      await context.untilRun(
        observation,
        second,
        'it is queued',
        ({ status }) => status === 'queued',
      );
      await context.world.finish(first, 'succeeded');
      await context.untilRun(
        observation,
        second,
        'it is queued no longer',
        ({ status }) => status !== 'queued',
      );
    },
  },
];

/** Inputs of runs that run, ended in each way and, where the world can, wait at a gate. */
async function seenInputs(context: RunsConformanceContext) {
  const { observation, run } = await context.seenStage();
  for (const verdict of ['succeeded', 'failed', 'cancelled'] as const) {
    const ended = await context.startRun();
    await context.world.finish(ended, verdict);
    await context.untilRun(observation, ended, 'it is stored');
  }
  if (context.world.startGatedRun) {
    await context.untilGate(observation, await context.startGatedRun());
  }
  const inputs = inputsOf(observation);
  assert.ok(
    inputs.some(input => input.run.key === run.key),
    'the run was lost',
  );
  const { runs } = observation.source;
  return { derive: (input: DeriveRunInput) => runs.derive(input), inputs };
}

/** At most the twenty that were made last: a real tool may have thousands. */
function inputsOf({ sink, tracker }: RunningRunsObservation): DeriveRunInput[] {
  return sink
    .facts('run')
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))
    .slice(0, 20)
    .map(run => tracker.input(run));
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
