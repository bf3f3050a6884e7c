import assert from 'node:assert/strict';
import { assertSentence } from './assertSentence';
import { FleetConformanceCase } from './FleetConformanceCase';
import {
  findPlacement,
  findWorkload,
  RunningObservation,
} from './FleetConformanceContext';

/** What a source does when something is wrong. @internal */
export const faultCases: FleetConformanceCase[] = [
  {
    name: 'a list that fails on its way deletes nothing',
    needs: ['expireHistory', 'breakLists'],
    async run(context) {
      const workload = await context.place();
      const first = await context.observe();
      await context.untilPlaced(first, workload);
      await first.stop();
      const before = first.sink.facts().length;

      await context.ability('expireHistory')();
      const mend = await context.begin(context.ability('breakLists'));
      const second = await context.observe({ sink: first.sink });
      await context.until(
        () => openProblems(second).length > 0,
        'the failing list is a problem',
      );
      assert.equal(second.sink.facts().length, before);
      await mend();
      await context.until(
        () => openProblems(second).length === 0,
        'the problem is over',
      );
      assert.ok(findWorkload(second.sink, workload));
    },
  },
  {
    name: 'a system that cannot be reached is a problem with code and sentence, and no row is lost',
    needs: ['cutOff'],
    async run(context) {
      const observation = await context.observe();
      await context.untilCaughtUp(observation);
      const before = observation.sink.facts().length;
      const restore = await context.begin(context.ability('cutOff'));
      await context.until(
        () => openProblems(observation).length > 0,
        'there is a problem',
      );
      for (const { code, sentence } of openProblems(observation)) {
        assert.ok(code, 'a problem has no code');
        assertSentence(sentence);
      }
      assert.equal(observation.sink.facts().length, before);
      await restore();
    },
  },
  {
    name: 'a problem is declared over when the system is back',
    needs: ['cutOff'],
    async run(context) {
      const observation = await context.observe();
      await context.untilCaughtUp(observation);
      const restore = await context.begin(context.ability('cutOff'));
      await context.until(
        () => openProblems(observation).length > 0,
        'there is a problem',
      );
      await restore();
      await context.untilCaughtUp(observation);
      await context.until(
        () => openProblems(observation).length === 0,
        'the problem is over',
      );
    },
  },
  {
    name: 'a system that cannot be reached at the start is waited for',
    needs: ['cutOff'],
    async run(context) {
      const workload = await context.place();
      const restore = await context.begin(context.ability('cutOff'));
      const observation = await context.observe();
      await context.until(
        () => openProblems(observation).length > 0,
        'there is a problem',
      );
      assert.deepEqual(observation.sink.facts(), []);
      await restore();
      await context.untilPlaced(observation, workload);
    },
  },
  {
    name: 'a kind that may not be read is a problem of that kind alone',
    needs: ['forbidKind'],
    async run(context) {
      const workload = await context.place();
      await context.begin(() => context.ability('forbidKind')(workload));
      const observation = await context.observe();
      await context.until(
        () => findPlacement(observation.sink, workload) !== undefined,
        'placements are read all the same',
      );
      await context.until(
        () =>
          openProblems(observation).some(({ code }) => code === 'forbidden'),
        'the forbidden kind is a problem',
      );
      assert.equal(openProblems(observation).length, 1);
      assert.ok(observation.sink.facts('cluster').length > 0);
    },
  },
  {
    name: 'an object that is too large stops nothing and deletes nothing else',
    needs: ['oversize'],
    async run(context) {
      const observation = await context.observe();
      const large = await context.place();
      const other = await context.place();
      await context.untilPlaced(observation, large);
      await context.untilPlaced(observation, other);
      await context.ability('oversize')(large);
      await context.untilCaughtUp(observation);
      assert.ok(findWorkload(observation.sink, other));
      await context.until(
        () => openProblems(observation).some(p => p.code === 'too-large'),
        'the large object is a problem',
      );
    },
  },
  {
    name: 'a value that no version ever had breaks nothing',
    needs: ['setUnknownValue'],
    async run(context) {
      const observation = await context.observe();
      const workload = await context.place();
      await context.untilPlaced(observation, workload);
      await context.ability('setUnknownValue')(workload);
      await context.untilCaughtUp(observation);
      const placement = findPlacement(observation.sink, workload);
      assert.ok(placement, 'the placement was lost');
      observation.source.fleet.derive({
        placement,
        overrides: [],
        imagesByGeneration: new Map(),
        now: Date.now(),
      });
    },
  },
  {
    name: 'no secret reaches a fact, a problem, a checkpoint or the log',
    needs: ['plantSecret'],
    async run(context) {
      const observation = await context.observe();
      const workload = await context.place();
      await context.untilPlaced(observation, workload);
      const secret = `canary-${Math.random().toString(36).slice(2)}`;
      await context.ability('plantSecret')(workload, secret);
      await context.untilCaughtUp(observation);
      const second = await context.observe();
      await context.untilPlaced(second, workload);
      for (const { sink, report, logged } of [observation, second]) {
        const told = JSON.stringify([
          sink.calls,
          [...report.lanes],
          report.sourceFacts(),
          report.rbac() ?? '',
          logged,
        ]);
        assert.ok(!told.includes(secret), 'the secret was passed on');
      }
    },
  },
];

function openProblems({ report }: RunningObservation) {
  return [...report.lanes.values()].flatMap(({ problem, retired }) =>
    problem && !retired ? [problem] : [],
  );
}
