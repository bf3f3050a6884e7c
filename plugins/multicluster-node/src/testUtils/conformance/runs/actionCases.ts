import assert from 'node:assert/strict';
import { ActionCapability } from '../../../contract';
import { assertSame } from './assertSame';
import { act, subjectOf } from './act';
import { assertRefused } from './decide';
import { RunsConformanceCase } from './RunsConformanceCase';
import { RunsConformanceContext } from './RunsConformanceContext';
import { RunningRunsObservation } from './startObservation';
import { RunsSource } from './RunsHarness';
import { RunsWorldRun } from './RunsWorld';
import { soon } from './soon';
import { unsent } from './unsent';

const closed = ['conflict', 'gate-closed', 'stale', 'unsupported', 'not-found'];

/** What comes of other actions. @internal */
export const actionCases: RunsConformanceCase[] = [
  {
    name: 'a run that is cancelled through the source ends',
    needs: ['cancels'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const subject = subjectOf('run', observation, run);
      const { source } = observation;
      const result = await act(context, source, 'cancel', subject);
      assert.ok(['applied', 'requested'].includes(result.outcome));
      await context.untilRun(
        observation,
        run,
        'it reads cancelled',
        ({ status }) => status === 'cancelled',
      );
    },
  },
  {
    name: 'what is asked of a run that is over is refused before anything is sent',
    needs: ['cancels', 'writes'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const { source } = observation;
      const kinds = ['run', 'stage'] as const;
      // As it was seen: the source has to look once more by itself.
      const subjects = kinds.map(kind => subjectOf(kind, observation, run));
      await observation.stop();
      await context.world.finish(run, 'succeeded');
      for (const subject of subjects) {
        for (const { name } of available(context, source, subject.kind)) {
          if (name !== 'retry' && name !== 'rerun') {
            const result = await unsent(context, () =>
              act(context, source, name, subject),
            );
            assert.ok(['refused', 'noop'].includes(result.outcome), name);
          }
        }
      }
    },
  },
  {
    name: 'what is asked of a pipeline that was deleted is refused before anything is sent',
    needs: ['syncs', 'writes', 'deletePipeline'],
    async run(context) {
      const target = await idlePipeline(context);
      await context.ability('deletePipeline')(target.pipeline);
      await assertRefusesPipeline(context, target);
    },
  },
  {
    name: 'what is asked of a pipeline that is switched off is refused before anything is sent',
    needs: ['syncs', 'writes', 'disablePipeline'],
    async run(context) {
      const target = await idlePipeline(context);
      await context.ability('disablePipeline')(target.pipeline);
      await assertRefusesPipeline(context, target);
    },
  },
  {
    name: 'whoever has no account at the tool can do nothing, and nothing is sent',
    needs: ['acts', 'writes'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const as = { caller: context.people.unmapped, nativeId: '' };
      for (const { name, subject } of all(context, observation)) {
        const about = subjectOf(subject, observation, run);
        const result = await unsent(context, () =>
          act(context, observation.source, name, about, { as }),
        );
        assertRefused(result, ['needs-user-credential']);
      }
    },
  },
  {
    name: 'an action in-request is refused without the credential of the person; one by a worker needs none',
    needs: ['acts', 'writes'],
    async run(context) {
      const { observation } = await context.seenStage();
      const { source } = observation;
      for (const { name, subject, delivery } of all(context, observation)) {
        const run = await context.startRun();
        await context.untilRun(
          observation,
          run,
          'a stage of it runs',
          ({ stages }) => stages.some(({ status }) => status === 'running'),
        );
        await context.until(
          () =>
            observation.sink.fact('pipeline', run.pipelineKey) !== undefined,
          'its pipeline is stored',
        );
        const about = subjectOf(subject, observation, run);
        const request = () =>
          act(context, source, name, about, { userCredential: undefined });
        if (delivery === 'in-request') {
          assertRefused(await unsent(context, request), [
            'needs-user-credential',
          ]);
        } else {
          assert.notEqual((await request()).code, 'needs-user-credential');
        }
      }
    },
  },
  {
    name: 'an action whose answer is lost is ambiguous',
    needs: ['acts', 'loseAnswers'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const first = all(context, observation)[0];
      const about = subjectOf(first.subject, observation, run);
      await context.begin(context.ability('loseAnswers'));
      const { source } = observation;
      const result = await act(context, source, first.name, about);
      assert.equal(result.outcome, 'ambiguous', JSON.stringify(result));
    },
  },
  {
    name: 'an action at a tool that cannot be reached fails and may be repeated',
    needs: ['acts', 'cutOff'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const first = all(context, observation)[0];
      const about = subjectOf(first.subject, observation, run);
      await context.begin(context.ability('cutOff'));
      const { source } = observation;
      const result = await act(context, source, first.name, about);
      assertSame(
        [result.outcome, result.code, result.retryable],
        ['failed', 'upstream-unavailable', true],
      );
    },
  },
  {
    name: 'an action ends at its deadline, however long the tool takes',
    needs: ['acts', 'hang'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const first = all(context, observation)[0];
      const about = subjectOf(first.subject, observation, run);
      await context.begin(context.ability('hang'));
      const { source } = observation;
      const result = await soon(
        act(context, source, first.name, about, {
          deadlineMs: 300,
          signal: new AbortController().signal,
        }),
      );
      assert.ok(['failed', 'ambiguous'].includes(result.outcome));
    },
  },
  {
    name: 'an action that is given up before it was sent rejects, and nothing is sent',
    needs: ['acts', 'writes'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const first = all(context, observation)[0];
      const about = subjectOf(first.subject, observation, run);
      const signal = AbortSignal.abort();
      const { source } = observation;
      await unsent(context, () =>
        assert.rejects(act(context, source, first.name, about, { signal })),
      );
    },
  },
];

function available(
  context: RunsConformanceContext,
  source: RunsSource,
  kind: ActionCapability['subject'],
): ActionCapability[] {
  return context
    .actions(source)
    .capabilities()
    .filter(({ subject, available: can }) => can && subject === kind);
}

function all(
  context: RunsConformanceContext,
  { source }: RunningRunsObservation,
): ActionCapability[] {
  const found = (['run', 'pipeline', 'stage'] as const).flatMap(kind =>
    available(context, source, kind),
  );
  assert.ok(found.length > 0, 'it says that it can do nothing');
  return found;
}

interface IdlePipeline {
  pipeline: { key: string; name: string };
  run: RunsWorldRun;
  observation: RunningRunsObservation;
}

async function idlePipeline(
  context: RunsConformanceContext,
): Promise<IdlePipeline> {
  const pipeline = await context.addPipeline();
  const run = await context.startRun(pipeline);
  const observation = await context.observe();
  await context.untilRun(observation, run, 'it is stored');
  await context.world.finish(run, 'succeeded');
  await context.until(
    () => observation.sink.fact('pipeline', pipeline.key) !== undefined,
    'its pipeline is stored',
  );
  await observation.stop();
  return { pipeline, run, observation };
}

async function assertRefusesPipeline(
  context: RunsConformanceContext,
  { run, observation }: IdlePipeline,
): Promise<void> {
  const { source } = observation;
  const subject = subjectOf('pipeline', observation, run);
  for (const { name } of available(context, source, 'pipeline')) {
    if (name !== 'resume') {
      const result = await unsent(context, () =>
        act(context, source, name, subject),
      );
      assertRefused(result, closed);
    }
  }
}
