import assert from 'node:assert/strict';
import {
  placementState,
  placementStates,
} from '@fairway/backstage-plugin-multicluster-common';
import { DerivedPlacement, DeriveInput } from '../../contract';
import { assertSentence } from './assertSentence';
import { FleetConformanceCase } from './FleetConformanceCase';
import {
  FleetConformanceContext,
  RunningObservation,
} from './FleetConformanceContext';

const summaryStates = [
  'converged',
  'progressing',
  'degraded',
  'unscheduled',
  'scheduling-suspended',
];

/** What a source concludes from facts. @internal */
export const deriveCases: FleetConformanceCase[] = [
  {
    name: 'derive gives the same for the same input, and leaves the input as it is',
    needs: [],
    async run(context) {
      const { source, inputs } = await deriveInputs(context);
      for (const input of inputs) {
        const before = textOf(input);
        const first = source.fleet.derive(deepFreeze(input));
        const second = source.fleet.derive(input);
        assert.deepEqual(second, first);
        assert.equal(textOf(input), before);
      }
    },
  },
  {
    name: 'derive knows a state for every placement seen, with and without its template',
    needs: [],
    async run(context) {
      const { source, inputs } = await deriveInputs(context);
      for (const input of inputs) {
        assertDerived(source.fleet.derive(input));
        assertDerived(source.fleet.derive({ ...input, workload: undefined }));
      }
    },
  },
  {
    name: 'derive at rest stays with what it said: nothing is written for a second look',
    needs: [],
    async run(context) {
      const { source, inputs } = await deriveInputs(context);
      for (const input of inputs) {
        const previous = source.fleet.derive(input);
        const again = source.fleet.derive({ ...input, previous });
        const third = source.fleet.derive({ ...input, previous: again });
        assert.deepEqual(third, again);
      }
    },
  },
  {
    name: 'every target that derive gives names one cluster of the placement, once',
    needs: [],
    async run(context) {
      const { source, inputs } = await deriveInputs(context);
      for (const input of inputs) {
        const { targets } = source.fleet.derive(input);
        const names = targets.map(({ cluster }) => cluster);
        assert.equal(new Set(names).size, names.length, names.join());
        const text = JSON.stringify(input.placement.native);
        for (const name of names) {
          assert.ok(
            name && text.includes(JSON.stringify(name)),
            `${name} is no cluster of ${input.placement.key}`,
          );
        }
      }
    },
  },
  {
    name: 'a placement with clusters has targets',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      const workload = await context.place();
      await context.untilPlaced(observation, workload);
      await context.until(() => {
        const input = inputsOf(observation).find(
          ({ placement }) =>
            placement.workload.name === workload.name &&
            placement.workload.kind === workload.kind,
        );
        return (
          !!input && observation.source.fleet.derive(input).targets.length > 0
        );
      }, 'it has a target');
    },
  },
  {
    name: 'a second look that derive asks for lies ahead',
    needs: [],
    async run(context) {
      const { source, inputs } = await deriveInputs(context);
      for (const input of inputs) {
        const { recheckAt } = source.fleet.derive(input);
        assert.ok(
          recheckAt === undefined || recheckAt > input.now,
          `${input.placement.key} is to be looked at again in the past`,
        );
      }
    },
  },
  {
    name: 'what derive says can be translated, and is complete in English',
    needs: [],
    async run(context) {
      const { source, inputs } = await deriveInputs(context);
      for (const input of inputs) {
        const { summary, division } = source.fleet.derive(input);
        [summary.sentence, division].forEach(
          sentence => sentence && assertSentence(sentence),
        );
      }
    },
  },
  {
    name: 'why nothing placed a workload can be said of every workload',
    needs: [],
    async run(context) {
      const { source, observation } = await deriveInputs(context);
      const policies = observation.sink
        .facts('policy')
        .filter(({ role }) => role === 'placement');
      for (const workload of observation.sink.facts('workload')) {
        const own = policies.filter(({ namespace }) =>
          ['', workload.namespace].includes(namespace),
        );
        assertSentence(
          source.fleet.explainUnplaced({ workload, policies: own }),
        );
        assertSentence(
          source.fleet.explainUnplaced({ workload, policies: [] }),
        );
      }
    },
  },
  {
    name: 'what happens when a cluster stays lost can be said of every placement',
    needs: [],
    async run(context) {
      const { source, observation, inputs } = await deriveInputs(context);
      for (const cluster of observation.sink.facts('cluster')) {
        for (const input of inputs) {
          const derived = source.fleet.derive(input);
          const { placement } = input;
          assertSentence(
            source.fleet.explainLoss({ cluster, placement, derived }),
          );
        }
      }
    },
  },
];

/** As text, because test frameworks run in a realm of their own, in which a cloned Map is of another class. */
function textOf(input: DeriveInput): string {
  return JSON.stringify([input, [...input.imagesByGeneration]]);
}

async function deriveInputs(context: FleetConformanceContext) {
  const observation = await context.observe();
  await context.untilCaughtUp(observation);
  const inputs = inputsOf(observation);
  assert.ok(inputs.length > 0, 'there is no placement');
  return { observation, source: observation.source, inputs };
}

function inputsOf({ sink }: RunningObservation): DeriveInput[] {
  const overrides = sink
    .facts('policy')
    .filter(({ role }) => role === 'override');
  return sink.facts('placement').map(placement => {
    const workload = sink.fact('workload', placement.workloadKey);
    const { generation = 1, images = [] } = workload ?? {};
    const { namespace } = placement.workload;
    return {
      placement,
      workload,
      overrides: overrides.filter(policy =>
        ['', namespace].includes(policy.namespace),
      ),
      imagesByGeneration: new Map([[generation, images]]),
      now: Date.now(),
    };
  });
}

function assertDerived({ summary, targets }: DerivedPlacement): void {
  assert.ok(summaryStates.includes(summary.state), summary.state);
  assert.ok(Array.isArray(summary.flags));
  for (const { axes, versionKnowledge } of targets) {
    assert.ok(placementStates.includes(placementState(axes)));
    assert.ok(['known', 'overridden', 'unknown'].includes(versionKnowledge));
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
