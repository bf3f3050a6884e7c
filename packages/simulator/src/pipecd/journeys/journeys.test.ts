import type { Deployment } from '../model/messages';
import { onTheWire } from '../server/onTheWire';
import recorded from '../__fixtures__/recorded-runs.json';
import { journeys } from './journeys';
import { RunJourney, type Seen } from './RunJourney';
import { stateOf, type RecordedState, type RunState } from './stateOf';

interface RecordedRun {
  states: RecordedState[];
  logs?: Record<string, Array<[string, number]>>;
}

/** The recorder looked about once a second: what lasted longer must be in the recording. */
const LOOKED_EVERY = 2;

/** Recordings in which somebody looked at a few moments only. */
const SPARSE = new Set([
  'v0-approve-while-piped-offline',
  'v1-early-approval-and-piped-restart',
]);

interface Lasting {
  state: RunState;
  from: number;
  seconds: number;
}

function lasting(seen: Seen[]): Lasting[] {
  const states: Lasting[] = [];
  for (const { at, deployment } of seen) {
    const state = stateOf(onTheWire(deployment) as RecordedState);
    const last = states.at(-1);
    if (last) {
      last.seconds = at - last.from;
    }
    if (JSON.stringify(last?.state) !== JSON.stringify(state)) {
      states.push({ state, from: at, seconds: Infinity });
    }
  }
  return states;
}

/** Walks the recording along what was seen; says what is missing and what is too much. */
function difference(
  expected: RunState[],
  seen: Lasting[],
  sparse: boolean,
): unknown {
  const texts = seen.map(({ state }) => JSON.stringify(state));
  let at = 0;
  for (const [place, state] of expected.entries()) {
    const text = JSON.stringify(state);
    const next = texts.indexOf(text, at);
    if (next < 0) {
      return { missing: place, state, left: seen.slice(at) };
    }
    const surplus = seen
      .slice(at, next)
      .filter(({ seconds }) => seconds > LOOKED_EVERY);
    // Before its first look the recorder saw nothing.
    if (place > 0 && !sparse && surplus.length > 0) {
      return { tooMuchBefore: place, surplus };
    }
    at = next + 1;
  }
  return undefined;
}

function replay(name: string): {
  journey: RunJourney;
  runs: RecordedRun[];
} {
  return {
    journey: journeys[name](),
    runs: (recorded as unknown as Record<string, RecordedRun[]>)[name],
  };
}

describe('runs of the embedded PipeCD, beside those of a real one', () => {
  it.each(Object.keys(journeys))(
    '%s goes through the same states in the same order',
    name => {
      const { journey, runs } = replay(name);
      runs.forEach((run, place) => {
        const expected = run.states
          .map(stateOf)
          .filter(
            (state, index, all) =>
              JSON.stringify(state) !== JSON.stringify(all[index - 1]),
          );
        const seen = lasting(journey.statesOf(place));
        expect(difference(expected, seen, SPARSE.has(name))).toBeUndefined();
      });
    },
  );

  it('writes the start of a gate anew when its piped comes back, as the recording has it', () => {
    const { journey, runs } = replay('v0-approve-while-piped-offline');
    const starts = (states: RecordedState[]) => [
      ...new Set(
        states
          .map(({ stages }) => stages[1])
          .filter(stage => stage?.status === 1)
          .map(stage => stage.completed_at),
      ),
    ];
    expect(starts(runs[0].states)).toHaveLength(2);
    expect(
      starts(journey.statesOf(0).map(({ deployment }) => deployment)),
    ).toHaveLength(2);
  });

  it('keeps the start of a cancelled v0 stage as its only time', () => {
    const { journey } = replay('v0-run-cancelled-no-rollback-asked');
    const { stages, completed_at = 0 } = journey.run;
    expect(stages[1].status).toBe(4);
    expect(stages[1].completed_at).toBeLessThan(completed_at - 20);
  });

  it('has a recording for each journey, and a journey for each recording', () => {
    expect(Object.keys(journeys).sort()).toEqual(Object.keys(recorded).sort());
  });
});

function linesOf(journey: RunJourney, deployment: Deployment): string[][] {
  return deployment.stages
    .map(({ id }) => journey.world.controlPlane.logs.read(deployment.id, id))
    .map(log => (log?.blocks ?? []).map(({ log: text }) => text));
}

describe('logs of gates', () => {
  it.each([
    'v0-run-two-approvals',
    'v0-run-gate-timeout-rollback',
    'v0-run-open-gate',
    'v1-run-two-approvals',
    'v1-run-gate-timeout-rollback',
  ])('%s says the same of its approvals', name => {
    const { journey, runs } = replay(name);
    const [run] = runs;
    const stages = run.states.at(-1)!.stages;
    const expected = stages
      .filter(stage => stage.name === 'WAIT_APPROVAL')
      .map(({ id }) => run.logs![id].map(([text]) => text));
    const lines = linesOf(journey, journey.run);
    const gates = journey.run.stages.flatMap((stage, index) =>
      stage.name === 'WAIT_APPROVAL' ? [lines[index]] : [],
    );
    expect(gates).toEqual(expected);
  });

  it('of the stages of a canary say what a real piped said', () => {
    const { journey, runs } = replay('v0-run-canary-on-karmada');
    const said = (lines: string[]) =>
      lines.map(line => line.replace(/[0-9a-f]{40}/, '(commit)'));
    const compared = journey.world
      .deployments('canary')
      .flatMap((deployment, place) => {
        const lines = linesOf(journey, deployment);
        const { logs = {} } = runs[place];
        return deployment.stages.map(({ id }, index) => ({
          actual: said(lines[index]),
          expected: said((logs[id] ?? []).map(([text]) => text)),
        }));
      })
      // The recorder looked at some of them too early.
      .filter(({ expected }) => expected.length > 1);
    expect(compared.length).toBeGreaterThanOrEqual(8);
    expect(compared.map(({ actual }) => actual)).toEqual(
      compared.map(({ expected }) => expected),
    );
  });

  it('count on from the second of the first line', () => {
    const { journey } = replay('v0-run-two-approvals');
    const { run, world } = journey;
    const { blocks } = world.controlPlane.logs.read(run.id, 'gate')!;
    const [first] = blocks;
    expect(first.index - first.created_at).toBe(1);
    expect(blocks.map(({ index }) => index - first.index)).toEqual(
      blocks.map((_, place) => place),
    );
  });

  it.each([
    ['v0-run-cancelled-no-rollback-asked', 1, undefined],
    ['v1-run-cancelled-no-rollback-asked', 0, true],
    ['v1-early-approval-and-piped-restart', 1, undefined],
    ['v1-run-gate-timeout-rollback', 1, true],
  ])(
    '%s: whether the log of its gate says that it is complete',
    (name, place, completed) => {
      const { journey } = replay(name);
      const { run, world } = journey;
      const log = world.controlPlane.logs.read(run.id, run.stages[place].id);
      expect(log?.blocks.length).toBeGreaterThan(0);
      expect(log?.completed).toBe(completed);
    },
  );

  it('are not to be had right after a stage began', () => {
    const journey = RunJourney.create({
      piped: 'v0',
      kind: 'TERRAFORM',
      spec: { pipeline: [{ name: 'WAIT_APPROVAL' }] },
    });
    journey.push().running(0);
    const read = () =>
      journey.world.controlPlane.logs.read(journey.run.id, 'stage-0');
    expect(read()).toBeUndefined();
    journey.pass(3);
    expect(read()?.blocks).toHaveLength(1);
  });

  it('lose what a killed piped had not stored, and begin anew with a higher index', () => {
    const { journey } = replay('v1-piped-killed-while-waiting');
    const { run, world } = journey;
    const { blocks } = world.controlPlane.logs.read(run.id, run.stages[1].id)!;
    expect(blocks.map(({ log }) => log)).toEqual([
      'Waiting for approval from at least 2 user(s)...',
      'Waiting for approval from at least 2 user(s)...',
      'Got approval from "alice"',
      'Got approval from "bob"',
      'Received all needed approvals',
      'This stage has been approved by 2 user(s) (alice, bob)',
    ]);
    expect(blocks[1].index - blocks[0].index).toBeGreaterThan(5);
  });
});

describe('commands of people', () => {
  const outcomes = (name: string) => {
    const { journey } = replay(name);
    return [...journey.world.controlPlane.commands.values()]
      .filter(({ type }) => type === 3)
      .map(({ status = 0 }) => status)
      .sort();
  };

  it('of a v0 gate are handled one at a tick: the third of three at once never is', () => {
    expect(outcomes('v0-run-three-approvals-at-once')).toEqual([0, 1, 1]);
  });

  it('of a v1 gate are all marked at its end, also the surplus one', () => {
    expect(outcomes('v1-run-three-approvals-at-once')).toEqual([1, 1, 1]);
  });

  it('of a v1 gate that was lost with its piped never are', () => {
    expect(outcomes('v1-early-approval-and-piped-restart')).toEqual([0]);
  });

  it('that approve a stage which is no gate, or goes back, never are', () => {
    expect(outcomes('v0-run-analysis-skipped')).toEqual([0]);
    expect(outcomes('v0-approve-while-rolling-back')).toEqual([0, 1]);
  });
});
