import {
  Sentence,
  sentences,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedRun,
  DeriveRunInput,
} from '@fairway/backstage-plugin-multicluster-node';
import fc from 'fast-check';
import { anyDeployment } from '../__testUtils__/anyDeployment';
import { CREATED, factOf, piped } from '../__fixtures__/objects';
import { PipecdRun } from '../native/PipecdRun';
import { deriveRun } from './deriveRun';

const person = fc.constantFrom('alice', 'bob', 'mallory');
const log = fc.record(
  {
    minimum: fc.integer({ min: 1, max: 3 }),
    approvals: fc.uniqueArray(fc.record({ name: person }), {
      selector: ({ name }) => name,
    }),
    enough: fc.constant(true as const),
    timedOut: fc.constant('6h'),
  },
  { requiredKeys: ['approvals'] },
);
const around = fc.constantFrom(
  'succeeded',
  'running',
  'waiting',
) as fc.Arbitrary<'succeeded' | 'running' | 'waiting'>;

/** One look at a deployment, without what an earlier one left. */
const look = fc
  .record({
    raw: anyDeployment,
    learnt: fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), log),
    agent: fc.option(
      fc.record({
        state: fc.constantFrom('online', 'offline', 'unknown') as fc.Arbitrary<
          'online' | 'offline' | 'unknown'
        >,
        disabled: fc.boolean(),
        since: fc.integer({ min: CREATED, max: CREATED + 100 }),
      }),
      { nil: undefined },
    ),
    ahead: fc.array(fc.record({ key: fc.string(), status: around }), {
      maxLength: 2,
    }),
    later: fc.integer({ min: 0, max: 50_000 }),
  })
  .map(
    ({ raw, learnt, agent, ahead, later }): DeriveRunInput<PipecdRun> => ({
      run: factOf(raw, learnt),
      ...(agent && {
        agent: { ...piped, ...agent, since: agent.since * 1000 },
      }),
      gates: [],
      ahead,
      now: (CREATED + later) * 1000,
    }),
  );
/** Several looks, as a poller has them. */
const looks = fc.array(look, { minLength: 1, maxLength: 4 });

function deriveAll(inputs: DeriveRunInput<PipecdRun>[]): DerivedRun[] {
  const result: DerivedRun[] = [];
  for (const input of inputs) {
    const previous = result.at(-1);
    result.push(deriveRun({ ...input, ...(previous && { previous }) }));
  }
  return result;
}

function sentencesOf(derived: DerivedRun): Sentence[] {
  const all = [
    derived.sentence,
    ...derived.notes,
    ...derived.stages.flatMap(({ notes, gate }) => [
      ...notes,
      ...(gate ? [gate.sentence] : []),
    ]),
  ];
  return all.flatMap(one => [
    one,
    ...Object.values(one.params).flatMap(part =>
      Array.isArray(part) ? part : [],
    ),
  ]);
}

const isKnown = ({ code }: Sentence) =>
  code in sentences || `${code}_one` in sentences;

describe('the rules of PipeCD, whatever is on the wire', () => {
  it('always answer, with what can be stored and read back', () => {
    fc.assert(
      fc.property(looks, inputs => {
        for (const derived of deriveAll(inputs)) {
          expect(JSON.parse(JSON.stringify(derived))).toEqual(derived);
        }
      }),
    );
  });

  it('answer the same to the same, and to a fact that was stored in between', () => {
    fc.assert(
      fc.property(looks, inputs => {
        const stored = JSON.parse(JSON.stringify(inputs));
        expect(deriveAll(stored)).toEqual(deriveAll(inputs));
        expect(deriveAll(inputs)).toEqual(deriveAll(inputs));
      }),
    );
  });

  it('say no more when asked again with nothing new', () => {
    fc.assert(
      fc.property(looks, inputs => {
        const once = deriveAll(inputs);
        const twice = deriveAll([...inputs, inputs[inputs.length - 1]]);
        expect(twice.at(-1)).toEqual(once.at(-1));
      }),
    );
  });

  it('call nothing succeeded or approved that PipeCD does not', () => {
    fc.assert(
      fc.property(look, input => {
        const derived = deriveRun(input);
        const shown = input.run.native.stages.filter(({ hidden }) => !hidden);
        expect(derived.status === 'succeeded').toBe(
          input.run.native.status === 4,
        );
        derived.stages.forEach(({ status, gate }, index) => {
          expect(status === 'succeeded').toBe(
            [2, 6].includes(shown[index].status),
          );
          expect(gate?.state === 'approved').toBe(
            Boolean(gate) && shown[index].status === 2,
          );
        });
      }),
    );
  });

  it('let nobody decide but while run and stage both run', () => {
    fc.assert(
      fc.property(look, input => {
        const { native } = input.run;
        const open = deriveRun(input).stages.filter(
          ({ gate }) => gate?.actionable,
        );
        expect(
          open.map(({ gate, nativeStatus }) => [
            native.status,
            nativeStatus,
            gate?.state,
          ]),
        ).toEqual(open.map(() => [2, 'STAGE_RUNNING', 'pending']));
      }),
    );
  });

  it('count whom they name, each once, and say how many are needed only when it was learnt', () => {
    fc.assert(
      fc.property(look, input => {
        const learnt = new Map(
          input.run.native.stages.map(stage => [stage.key, stage.log?.minimum]),
        );
        deriveRun(input).stages.forEach(({ id, gate }) => {
          const names = (gate?.decisions ?? [])
            .filter(({ verdict }) => verdict === 'approved')
            .map(({ actor }) => actor.nativeId);
          expect(new Set(names).size).toBe(names.length);
          expect(gate?.quorum.received ?? 0).toBe(names.length);
          expect(gate?.quorum.n).toBe(gate && learnt.get(id));
        });
      }),
    );
  });

  it('give stages of which a graph can be drawn, and times that do not run backwards', () => {
    fc.assert(
      fc.property(looks, inputs => {
        for (const { stages, startedAt, finishedAt } of deriveAll(inputs)) {
          expect([startedAt ?? '', finishedAt ?? '~']).toEqual(
            [startedAt ?? '', finishedAt ?? '~'].sort(),
          );
          const ids = stages.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          const done = new Set<string>();
          let open = stages;
          while (open.length > 0) {
            const next = open.filter(stage =>
              stage.requires.every(before => done.has(before)),
            );
            expect(next).not.toHaveLength(0);
            next.forEach(({ id }) => done.add(id));
            open = open.filter(({ id }) => !done.has(id));
          }
          const backwards = stages.filter(
            one =>
              one.startedAt && one.finishedAt && one.startedAt > one.finishedAt,
          );
          expect(backwards).toEqual([]);
        }
      }),
    );
  });

  it('speak in sentences that have an English text', () => {
    fc.assert(
      fc.property(looks, inputs => {
        const said = deriveAll(inputs).flatMap(sentencesOf);
        expect(said.filter(one => !isKnown(one))).toEqual([]);
      }),
    );
  });
});
