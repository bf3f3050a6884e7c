import assert from 'node:assert/strict';
import { RunsFact } from '../../../contract';
import { RunsSinkCall } from '../../MemoryRunsSink';
import { assertSame } from './assertSame';
import { RunsConformanceCase } from './RunsConformanceCase';
import { settle } from './settle';

/** How a source walks lists, and what it makes of answers that say the same again. @internal */
export const listCases: RunsConformanceCase[] = [
  {
    name: 'a list of many pages is read to its end, and each run is stored once',
    needs: ['manyRuns'],
    async run(context) {
      const pipeline = await context.addPipeline();
      const runs = await context.ability('manyRuns')(pipeline);
      assert.ok(runs.length > 2, 'the world made too few runs');
      const observation = await context.observe();
      const { sink } = observation;
      await context.until(
        () => runs.every(({ key }) => sink.fact('run', key) !== undefined),
        'all of them are stored',
      );
      await settle(sink);
      const keys = new Set(runs.map(({ key }) => key));
      const writes = sink.writes.filter(({ key }) => keys.has(key));
      assert.equal(writes.length, runs.length, 'a run was written twice');
    },
  },
  {
    name: 'rows that move or come twice while a list is walked are neither lost nor mixed up',
    needs: ['manyRuns', 'moveBetweenPages'],
    async run(context) {
      const pipeline = await context.addPipeline();
      const runs = await context.ability('manyRuns')(pipeline);
      const last = runs[0];
      const middle = runs[Math.floor(runs.length / 2)];
      await context.begin(() =>
        context.ability('moveBetweenPages')([last, middle]),
      );
      const observation = await context.observe();
      const { sink } = observation;
      await context.until(
        () => runs.every(({ key }) => sink.fact('run', key) !== undefined),
        'all of them are stored',
      );
      for (const facts of sink.calls.map(factsOf)) {
        const keys = facts.map(({ type, key }) => `${type} ${key}`);
        assert.equal(
          new Set(keys).size,
          keys.length,
          'a batch names one twice',
        );
      }
      const keys = new Set(runs.map(({ key }) => key));
      const deleted = sink.writes.filter(
        ({ key, fact }) => keys.has(key) && !fact,
      );
      assertSame(deleted, [], 'a run that moved was deleted');
    },
  },
  {
    name: 'a list that fails on its way deletes nothing, and the next one goes on',
    needs: ['manyRuns', 'breakLists'],
    async run(context) {
      const pipeline = await context.addPipeline();
      const runs = await context.ability('manyRuns')(pipeline);
      const first = await context.observe();
      const { sink } = first;
      const stored = () =>
        runs.every(({ key }) => sink.fact('run', key) !== undefined) &&
        sink.fact('pipeline', pipeline.key) !== undefined;
      await context.until(stored, 'all of them are stored');
      await first.stop();
      const mend = await context.begin(context.ability('breakLists'));
      const second = await context.observe({ sink });
      await context.until(
        () => [...second.report.lanes.values()].some(({ problem }) => problem),
        'the failing list is a problem',
      );
      await settle(sink);
      assert.ok(stored(), 'a list that was not read to its end deleted rows');
      await mend();
      await context.untilCaughtUp(second);
      assert.ok(stored(), 'a row was lost');
    },
  },
  {
    name: 'a first list that fails on its way leaves no checkpoint behind that skips the rest',
    needs: ['manyRuns', 'breakLists'],
    async run(context) {
      const pipeline = await context.addPipeline();
      const runs = await context.ability('manyRuns')(pipeline);
      const mend = await context.begin(context.ability('breakLists'));
      const first = await context.observe();
      await context.until(
        () => [...first.report.lanes.values()].some(({ problem }) => problem),
        'the failing list is a problem',
      );
      await first.stop();
      await mend();
      const second = await context.observe({ sink: first.sink });
      await context.until(
        () => runs.every(({ key }) => second.sink.fact('run', key)),
        'all of them are stored',
      );
    },
  },
  {
    name: 'an active run that no list names any more is read again',
    needs: ['hideFromLists'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      await context.ability('hideFromLists')(run);
      await context.world.finish(run, 'failed');
      await context.untilRun(
        observation,
        run,
        'it reads failed',
        ({ status }) => status === 'failed',
      );
    },
  },
  {
    name: 'what the tool stamps by itself writes no row',
    needs: ['restamp'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const { sink } = observation;
      await settle(sink);
      const rows = () =>
        sink.writes.filter(({ key }) =>
          [run.key, run.pipelineKey].includes(key),
        ).length;
      const before = rows();
      for (let i = 0; i < 3; i++) {
        await context.ability('restamp')(run);
      }
      await context.untilCaughtUp(observation);
      await settle(sink);
      assert.equal(rows(), before, 'a stamp was written as a change');
    },
  },
  {
    name: 'maps that come in another order write no row',
    needs: ['shuffleMaps'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const { sink } = observation;
      await settle(sink);
      const rows = () =>
        sink.writes.filter(({ key }) =>
          [run.key, run.pipelineKey].includes(key),
        ).length;
      const before = rows();
      await context.begin(context.ability('shuffleMaps'));
      await context.untilCaughtUp(observation);
      await context.untilCaughtUp(observation);
      await settle(sink);
      assert.equal(rows(), before, 'equal facts were written again');
    },
  },
];

function factsOf(call: RunsSinkCall): RunsFact[] {
  if (call.call === 'change') {
    return call.upserts;
  }
  return call.call === 'page' ? call.facts : [];
}
