import assert from 'node:assert/strict';
import { FleetFact, workloadKey } from '../../contract';
import { FleetConformanceCase } from './FleetConformanceCase';
import { findPlacement, findWorkload } from './FleetConformanceContext';

const clusterStates = [
  'ready',
  'not-ready',
  'unreachable',
  'never-reported',
  'leaving',
];

/** What facts are like. @internal */
export const factCases: FleetConformanceCase[] = [
  {
    name: 'keys are those of the contract, and a placement names the workload it places',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      const workload = await context.place();
      await context.untilPlaced(observation, workload);
      const { sink } = observation;
      for (const fact of sink.facts('workload')) {
        assert.equal(fact.key, workloadKey(fact));
      }
      for (const fact of sink.facts('placement')) {
        assert.equal(fact.workloadKey, workloadKey(fact.workload));
      }
      for (const fact of sink.facts('cluster')) {
        assert.equal(fact.key, fact.name);
        assert.ok(clusterStates.includes(fact.state), fact.state);
      }
      for (const { key, kind, namespace, name } of sink.facts('policy')) {
        assert.equal(key, `${kind}/${namespace}/${name}`);
      }
      assert.equal(
        findPlacement(sink, workload)?.workloadKey,
        findWorkload(sink, workload)?.key,
      );
    },
  },
  {
    name: 'a second instance gives the same objects the same keys',
    needs: [],
    async run(context) {
      const workload = await context.place();
      const first = await context.observe();
      await context.untilPlaced(first, workload);
      const second = await context.observe();
      await context.untilPlaced(second, workload);
      assert.equal(
        findPlacement(second.sink, workload)?.key,
        findPlacement(first.sink, workload)?.key,
      );
      assert.equal(
        findWorkload(second.sink, workload)?.key,
        findWorkload(first.sink, workload)?.key,
      );
    },
  },
  {
    name: 'an object that is written again without saying anything else writes no row',
    needs: ['restamp'],
    async run(context) {
      const observation = await context.observe();
      const workload = await context.place();
      await context.untilPlaced(observation, workload);
      const { sink } = observation;
      const rows = () =>
        sink.writes.filter(({ key, fact }) => {
          const own = findPlacement(sink, workload)?.key;
          return fact && (key === own || key === workloadKey(workload));
        }).length;
      let before = -1;
      for (let i = 0; i < 40 && before !== rows(); i++) {
        before = rows();
        await new Promise(resolve => setTimeout(resolve, 500));
      }
      for (let i = 0; i < 3; i++) {
        await context.ability('restamp')(workload);
      }
      await context.untilCaughtUp(observation);
      assert.equal(rows(), before, 'a restamp was written as a change');
    },
  },
  {
    name: 'facts are plain JSON, and carry nothing that moves by itself',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      await context.untilCaughtUp(observation);
      for (const fact of observation.sink.facts()) {
        assert.deepEqual(
          JSON.parse(JSON.stringify(fact)),
          withoutUndefined(fact),
          `${fact.type} ${fact.key} changes when it is stored`,
        );
        assert.doesNotMatch(
          JSON.stringify(fact),
          /"(resourceVersion|managedFields)":/,
        );
      }
    },
  },
  {
    name: 'labels pass unchanged',
    needs: [],
    async run(context) {
      const labels = {
        'backstage.io/kubernetes-id': 'conformance',
        'example.com/Odd_label.name': 'Va-lue_1.0',
      };
      const observation = await context.observe();
      const workload = await context.place({ labels });
      await context.untilPlaced(observation, workload);
      const fact = findWorkload(observation.sink, workload);
      assert.deepEqual({ ...fact?.labels, ...labels }, fact?.labels);
    },
  },
  {
    name: 'kinds that placements refer to are read as workloads',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      const workload = await context.place();
      await context.untilPlaced(observation, workload);
      const { group, kind } = workload;
      const kinds = await observation.sink.referencedKinds();
      assert.ok(kinds.some(k => k.group === group && k.kind === kind));
      assert.ok(findWorkload(observation.sink, workload)?.uid);
    },
  },
  {
    name: 'a workload that nothing places is stored without a placement',
    needs: ['addUnplaced'],
    async run(context) {
      const observation = await context.observe();
      // Templates of a kind are read once something of that kind is placed.
      await context.untilCaughtUp(observation);
      const workload = await context.addUnplaced();
      await context.until(
        () => findWorkload(observation.sink, workload) !== undefined,
        'it is stored',
      );
      await context.untilCaughtUp(observation);
      assert.equal(findPlacement(observation.sink, workload), undefined);
    },
  },
];

function withoutUndefined(fact: FleetFact): unknown {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(strip);
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, field]) => field !== undefined)
          .map(([name, field]) => [name, strip(field)]),
      );
    }
    return value;
  };
  return strip(fact);
}
