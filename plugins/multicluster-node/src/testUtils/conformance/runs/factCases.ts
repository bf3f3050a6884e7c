import assert from 'node:assert/strict';
import { assertPlain } from './assertPlain';
import { RunsConformanceCase } from './RunsConformanceCase';
import { isMoment } from './isMoment';

const LONGEST_FACT = 256 * 1024;

const triggers = [
  'commit',
  'manual',
  'drift',
  'chain',
  'schedule',
  'event',
  'unknown',
];

/** What facts of runs are like. @internal */
export const factCases: RunsConformanceCase[] = [
  {
    name: 'facts are plain JSON of bounded size, and carry nothing that moves by itself',
    needs: [],
    async run(context) {
      const { observation } = await context.seenStage();
      for (const fact of observation.sink.facts()) {
        const text = JSON.stringify(fact);
        assertPlain(fact, `${fact.type} ${fact.key}`);
        assert.ok(text.length < LONGEST_FACT, `${fact.key} is too large`);
        assert.doesNotMatch(text, /"(resourceVersion|managedFields)":/);
      }
    },
  },
  {
    name: 'a run says when it was created, what made it and whether more comes of it',
    needs: [],
    async run(context) {
      const { observation } = await context.seenStage();
      for (const fact of observation.sink.facts('run')) {
        assert.ok(isMoment(fact.createdAt), `createdAt ${fact.createdAt}`);
        assert.ok(fact.key && fact.pipelineKey, 'a run has no identity');
        assert.equal(typeof fact.active, 'boolean');
        assert.ok(triggers.includes(fact.trigger.kind), fact.trigger.kind);
        assert.ok(Array.isArray(fact.artifacts));
        [fact.trigger.at, fact.commit?.createdAt].forEach(at =>
          assert.ok(at === undefined || isMoment(at), `${at} is no moment`),
        );
      }
    },
  },
  {
    name: 'a second instance gives the same pipelines and runs the same keys',
    needs: [],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const second = await context.observe();
      await context.untilRun(second, run, 'it is stored');
      assert.equal(
        context.fact(second, run).pipelineKey,
        context.fact(observation, run).pipelineKey,
      );
      const created = context.fact(observation, run).createdAt;
      assert.equal(context.fact(second, run).createdAt, created);
    },
  },
  {
    name: 'what a log says is not kept in facts',
    needs: ['writeLog'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const line = `a-line-of-a-log-${Math.random().toString(36).slice(2)}`;
      await context.ability('writeLog')(run, [line]);
      await context.untilCaughtUp(observation);
      await context.untilCaughtUp(observation);
      const facts = JSON.stringify(observation.sink.calls);
      assert.ok(!facts.includes(line), 'a line of a log is in a fact');
    },
  },
  {
    name: 'a pipeline that is switched off says so',
    needs: ['disablePipeline'],
    async run(context) {
      const pipeline = await context.addPipeline();
      const observation = await context.observe();
      const fact = () => observation.sink.fact('pipeline', pipeline.key);
      await context.until(() => fact()?.disabled === false, 'it is on');
      await context.ability('disablePipeline')(pipeline);
      await context.until(() => fact()?.disabled === true, 'it is off');
    },
  },
];
