import assert from 'node:assert/strict';
import { isRunOver } from '@fairway/backstage-plugin-multicluster-common';
import { assertSame } from './assertSame';
import { RunsConformanceCase } from './RunsConformanceCase';
import { settle } from './settle';

/** How a source observes runs. @internal */
export const observationCases: RunsConformanceCase[] = [
  {
    name: 'the first look stores pipelines and runs, and every run names its pipeline',
    needs: [],
    async run(context) {
      const pipeline = await context.addPipeline();
      const run = await context.startRun(pipeline);
      const observation = await context.observe();
      await context.untilRun(observation, run, 'it is stored');
      await context.until(
        () => observation.sink.fact('pipeline', pipeline.key) !== undefined,
        'its pipeline is stored',
      );
      const fact = context.fact(observation, run);
      assert.equal(fact.pipelineKey, pipeline.key);
      assert.equal(fact.pipelineName, pipeline.name);
      assert.equal(
        observation.sink.fact('pipeline', pipeline.key)?.name,
        pipeline.name,
      );
    },
  },
  {
    name: 'a pipeline that never ran is stored all the same',
    needs: [],
    async run(context) {
      const pipeline = await context.addPipeline();
      const observation = await context.observe();
      await context.until(
        () => observation.sink.fact('pipeline', pipeline.key) !== undefined,
        'the pipeline is stored',
      );
      const runs = observation.sink.facts('run');
      assert.ok(runs.every(run => run.pipelineKey !== pipeline.key));
    },
  },
  {
    name: 'every lane of runs is declared with a subject, and tells of its contacts',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      await context.untilCaughtUp(observation);
      const { report, sink } = observation;
      assert.ok(report.lanes.size > 0, 'no lane was declared');
      for (const [name, lane] of report.lanes) {
        assert.ok(lane.subject, `lane ${name} has no subject`);
      }
      const written = sink.calls.filter(
        ({ call }) => call === 'page' || call === 'change',
      );
      for (const { lane } of written) {
        const { contacts } = report.lane(lane);
        assert.ok(contacts > 0, `lane ${lane} stored without contact`);
      }
    },
  },
  {
    name: 'writes of one lane follow one another and never overlap',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      observation.sink.slowDown(30);
      const pipeline = await context.addPipeline();
      await context.untilCaughtUp(observation);
      const run = await context.startRun(pipeline);
      observation.demand.wake([run.key]);
      await context.untilCaughtUp(observation);
      assertSame(observation.sink.overlaps(), []);
    },
  },
  {
    name: 'a run that starts is stored, active and with a stage that runs',
    needs: [],
    async run(context) {
      const { fact, derived } = await context.seenStage();
      assert.equal(fact.active, true);
      assert.equal(isRunOver(derived.status), false, derived.status);
    },
  },
  {
    name: 'a run that ends is stored as over, in the way it ended',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      for (const verdict of ['succeeded', 'failed', 'cancelled'] as const) {
        const run = await context.startRun();
        await context.untilRun(observation, run, 'it is stored');
        await context.world.finish(run, verdict);
        await context.untilRun(
          observation,
          run,
          `it reads ${verdict}`,
          ({ status }) => status === verdict,
        );
        assert.equal(context.fact(observation, run).active, false, verdict);
      }
    },
  },
  {
    name: 'a run that started and ended while nobody looked is not lost',
    needs: [],
    async run(context) {
      const first = await context.observe();
      await context.untilCaughtUp(first);
      await settle(first.sink);
      await first.stop();
      const run = await context.startRun();
      await context.world.finish(run, 'failed');
      const second = await context.observe({ sink: first.sink });
      await context.untilRun(
        second,
        run,
        'it reads failed',
        ({ status }) => status === 'failed',
      );
    },
  },
  {
    name: 'a run that was stored as active and ended while nobody looked is read again',
    needs: [],
    async run(context) {
      const { observation, run } = await context.seenStage();
      await observation.stop();
      await context.world.finish(run, 'succeeded');
      const second = await context.observe({ sink: observation.sink });
      await context.untilRun(
        second,
        run,
        'it reads succeeded',
        ({ status }) => status === 'succeeded',
      );
    },
  },
  {
    name: 'it resumes where it stopped and writes nothing for what did not change',
    needs: [],
    async run(context) {
      const ended = await context.startRun();
      await context.world.finish(ended, 'succeeded');
      const first = await context.observe();
      await context.untilRun(first, ended, 'it is stored');
      await context.untilCaughtUp(first);
      await settle(first.sink);
      await first.stop();
      const { sink } = first;
      const before = sink.writes.length;
      const second = await context.observe({ sink });
      await context.untilCaughtUp(second);
      await settle(sink);
      const again = sink.writes
        .slice(before)
        .filter(({ key }) => key === ended.key);
      assertSame(again, [], 'an unchanged run was written');
      assert.ok(sink.fact('run', ended.key), 'a run was lost');
      assert.ok(
        sink.calls.some(({ call }) => call === 'checkpoint'),
        'it never asked how far it had come',
      );
    },
  },
  {
    name: 'what a webhook names is looked at without waiting',
    needs: ['polls'],
    async run(context) {
      const { observation, run } = await context.seenStage();
      const { demand } = observation;
      demand.hold();
      await context.until(() => demand.waiting() > 0, 'it waits');
      await context.world.finish(run, 'succeeded');
      await settle(observation.sink);
      assert.ok(demand.waiting() > 0, 'it does not wait by RunDemand.wait');
      demand.wake([run.key]);
      await context.untilRun(
        observation,
        run,
        'it reads succeeded',
        ({ status }) => status === 'succeeded',
      );
      demand.release();
    },
  },
  {
    name: 'a webhook that names no run makes it look at everything',
    needs: ['polls'],
    async run(context) {
      const observation = await context.observe();
      await context.untilCaughtUp(observation);
      const { demand } = observation;
      demand.hold();
      await context.until(() => demand.waiting() > 0, 'it waits');
      const run = await context.startRun();
      demand.wake([]);
      await context.untilRun(observation, run, 'it is stored');
      demand.release();
    },
  },
  {
    name: 'a pipeline that the tool deletes is offered no longer, and its runs stay',
    needs: ['deletePipeline'],
    async run(context) {
      const pipeline = await context.addPipeline();
      const run = await context.startRun(pipeline);
      const observation = await context.observe();
      await context.untilRun(observation, run, 'it is stored');
      await context.world.finish(run, 'succeeded');
      await context.untilRun(
        observation,
        run,
        'it reads succeeded',
        ({ status }) => status === 'succeeded',
      );
      await context.ability('deletePipeline')(pipeline);
      const { sink } = observation;
      await context.until(() => {
        const fact = sink.fact('pipeline', pipeline.key);
        return !fact || fact.deleted;
      }, 'the pipeline is gone or marked as deleted');
      await context.untilCaughtUp(observation);
      assert.equal(context.fact(observation, run).pipelineName, pipeline.name);
    },
  },
  {
    name: 'who runs a pipeline is known, and whether it can be reached',
    needs: ['stopAgent'],
    async run(context) {
      const pipeline = await context.addPipeline();
      const observation = await context.observe();
      const { sink } = observation;
      const agent = () => {
        const key = sink.fact('pipeline', pipeline.key)?.agentKey;
        return key ? sink.fact('agent', key)?.state : undefined;
      };
      await context.until(() => agent() === 'online', 'its agent is online');
      const restore = await context.begin(() =>
        context.ability('stopAgent')(pipeline),
      );
      await context.until(() => agent() === 'offline', 'its agent is offline');
      await restore();
      await context.until(() => agent() === 'online', 'its agent is back');
    },
  },
];
