import assert from 'node:assert/strict';
import { assertSentence } from '../assertSentence';
import { assertSame } from './assertSame';
import { assertSilent } from './assertSilent';
import { openProblems } from './openProblems';
import { RunsConformanceCase } from './RunsConformanceCase';
import { RunningRunsObservation } from './startObservation';
import { settle } from './settle';

/** What a source does when something is wrong. @internal */
export const faultCases: RunsConformanceCase[] = [
  {
    name: 'a tool that cannot be reached is a problem with code and sentence, and no row is lost',
    needs: ['cutOff'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      await settle(observation.sink);
      const before = observation.sink.facts().length;
      await context.begin(context.ability('cutOff'));
      await context.until(
        () => openProblems(observation).length > 0,
        'there is a problem',
      );
      for (const { code, sentence } of openProblems(observation)) {
        assert.ok(code, 'a problem has no code');
        assertSentence(sentence);
      }
      assert.equal(observation.sink.facts().length, before);
      assert.equal(context.fact(observation, run).active, true);
    },
  },
  {
    name: 'a problem is declared over when the tool is back, and what happened meanwhile is seen',
    needs: ['cutOff'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const restore = await context.begin(context.ability('cutOff'));
      await context.until(
        () => openProblems(observation).length > 0,
        'there is a problem',
      );
      await context.world.finish(run, 'failed');
      await restore();
      await context.untilRun(
        observation,
        run,
        'it reads failed',
        ({ status }) => status === 'failed',
      );
      await context.until(
        () => openProblems(observation).length === 0,
        'the problem is over',
      );
    },
  },
  {
    name: 'a tool that cannot be reached at the start is waited for',
    needs: ['cutOff'],
    async run(context) {
      const run = await context.startRun();
      const restore = await context.begin(context.ability('cutOff'));
      const observation = await context.observe();
      await context.until(
        () => openProblems(observation).length > 0,
        'there is a problem',
      );
      assertSame(observation.sink.facts(), []);
      await restore();
      await context.untilRun(observation, run, 'it is stored');
    },
  },
  {
    name: 'a credential that is refused is a problem, and not an empty list',
    needs: ['revoke'],
    async run(context) {
      const { observation } = await context.seenStage();
      const before = observation.sink.facts().length;
      const restore = await context.begin(context.ability('revoke'));
      await context.until(
        () =>
          openProblems(observation).some(({ code }) =>
            ['unauthenticated', 'forbidden'].includes(code),
          ),
        'the refusal is a problem',
      );
      assert.ok(observation.sink.facts().length >= before, 'rows were lost');
      await restore();
      await context.until(
        () => openProblems(observation).length === 0,
        'the problem is over',
      );
    },
  },
  {
    name: 'a tool that answers no call is a problem before long',
    needs: ['hang'],
    async run(context) {
      const { observation } = await context.seenStage();
      await context.begin(context.ability('hang'));
      await context.until(
        () => openProblems(observation).length > 0,
        'there is a problem',
      );
    },
  },
  {
    name: 'it ends within two seconds of the abort, without an error',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      await context.untilCaughtUp(observation);
      await assertEndsSoon(observation);
    },
  },
  {
    name: 'it ends within two seconds of the abort while a call hangs',
    needs: ['hang'],
    async run(context) {
      const observation = await context.observe();
      await context.untilCaughtUp(observation);
      await context.begin(context.ability('hang'));
      await new Promise(resolve => setTimeout(resolve, 200));
      await assertEndsSoon(observation);
    },
  },
  {
    name: 'it writes nothing after it has ended',
    needs: [],
    async run(context) {
      const { observation, run } = await context.seenStage();
      await observation.stop();
      const calls = observation.sink.calls.length;
      await context.world.finish(run, 'succeeded');
      observation.demand.wake([run.key]);
      await new Promise(resolve => setTimeout(resolve, 500));
      assert.equal(observation.sink.calls.length, calls);
    },
  },
  {
    name: 'it stops when the lease is lost, with the reason of the sink',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      await context.untilCaughtUp(observation);
      observation.sink.loseLease();
      let settled: string | undefined;
      observation.done.then(
        () => {
          settled = 'resolved';
        },
        error => {
          settled = (error as Error).name;
        },
      );
      await context.startRun();
      await context.until(() => settled !== undefined, 'it stopped');
      assert.equal(settled, 'ConflictError');
    },
  },
  {
    name: 'no secret reaches a fact, a problem, a checkpoint or the log',
    needs: ['plantSecret'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const planted = `planted-${Math.random().toString(36).slice(2)}`;
      await context.ability('plantSecret')(run, planted);
      await context.untilCaughtUp(observation);
      const second = await context.observe();
      await context.untilRun(second, run, 'it is stored');
      for (const each of [observation, second]) {
        assertSilent(each, [planted, ...context.secrets]);
        const derived = JSON.stringify(each.tracker.derive(run.key));
        assert.ok(!derived.includes(planted), 'a secret was derived');
      }
    },
  },
  {
    name: 'no credential is told when the tool fails or refuses',
    needs: ['cutOff', 'revoke'],
    async run(context) {
      const { observation } = await context.seenStage();
      for (const fault of ['cutOff', 'revoke'] as const) {
        const end = await context.begin(context.ability(fault));
        await context.until(
          () => openProblems(observation).length > 0,
          'there is a problem',
        );
        await end();
        await context.until(
          () => openProblems(observation).length === 0,
          'the problem is over',
        );
      }
      assertSilent(observation, context.secrets);
    },
  },
];

async function assertEndsSoon(observation: RunningRunsObservation) {
  const began = performance.now();
  await observation.stop();
  const took = performance.now() - began;
  assert.ok(took < 2000, `it took ${Math.round(took)} ms`);
}
