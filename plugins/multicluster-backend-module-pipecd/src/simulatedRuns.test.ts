import { pipecdJourneys, pipecdOnTheWire } from '@fairway/simulator';
import { DerivedRun } from '@fairway/backstage-plugin-multicluster-node';
import { Journey, journeys } from './__fixtures__/journeys';
import { JourneyState } from './__fixtures__/JourneyState';
import { factOf } from './__fixtures__/objects';
import { readerStates } from './__fixtures__/readerStates';
import { recording } from './__fixtures__/recording';
import { deriveRun } from './derive/deriveRun';
import { RawDeployment } from './wire/messages';

/** The recorder looked about once a second: what lasted longer must have been seen. */
const LOOKED_EVERY = 2;
const BEGAN = Date.parse('2026-11-21T11:00:00Z');

/** Recordings of machines that the embedded world does not have. */
const NOT_SIMULATED = ['live-state-by-scripted-piped'];
/** Recordings in which somebody looked at a few moments only. */
const SPARSE = [
  'v0-approve-while-piped-offline',
  'v1-early-approval-and-piped-restart',
];

interface Told {
  state: string;
  /** Seconds since the journey began. */
  from: number;
  seconds: number;
}

/** Votes are left out: which of two at once comes first is chance, and how many are needed the recorder learnt when it looked. */
function textOf({ run, stages, gates }: JourneyState): string {
  return `${run} | ${stages} | ${gates}`;
}

function distinct(states: string[]): string[] {
  return states.filter((state, index) => state !== states[index - 1]);
}

/** What a reader would see of every run of a journey of the embedded PipeCD, in the order in which the runs were made. */
function told(name: string): Told[][] {
  const { seen } = pipecdJourneys[name]();
  const latest = new Map<string, { raw: RawDeployment; derived: DerivedRun }>();
  const runs = new Map<string, Told[]>();
  for (const { at, deployment } of seen) {
    const raw = pipecdOnTheWire(deployment) as RawDeployment;
    const id = raw.id ?? '';
    latest.set(id, {
      raw,
      derived: derive(raw, at, latest),
    });
    // A run is derived again when one before it changed.
    for (const [key, other] of latest) {
      other.derived = derive(other.raw, at, latest);
      add(runs, key, at, other.derived);
    }
  }
  return [...runs.values()];
}

function derive(
  raw: RawDeployment,
  at: number,
  latest: ReadonlyMap<string, { raw: RawDeployment; derived: DerivedRun }>,
): DerivedRun {
  const run = factOf(raw);
  const previous = latest.get(run.key)?.derived;
  const ahead = [...latest.values()]
    .filter(other => {
      const fact = factOf(other.raw);
      return fact.active && fact.createdAt < run.createdAt;
    })
    .map(({ raw: { id = '' }, derived: { status } }) => ({ key: id, status }));
  return deriveRun({
    run,
    gates: [],
    ahead,
    now: BEGAN + at * 1000,
    ...(previous && { previous }),
  });
}

function add(
  runs: Map<string, Told[]>,
  id: string,
  at: number,
  derived: DerivedRun,
) {
  const state = textOf(readerStates([derived])[0]);
  const states = runs.get(id) ?? [];
  const last = states.at(-1);
  if (last) {
    last.seconds = at - last.from;
  }
  if (last?.state !== state) {
    states.push({ state, from: at, seconds: Infinity });
  }
  runs.set(id, states);
}

/** Walks what the recording shows along what was told; says what is missing and what is too much. */
function difference(expected: string[], states: Told[], sparse: boolean) {
  let left = states;
  for (const [place, state] of expected.entries()) {
    const found = left.findIndex(candidate => candidate.state === state);
    if (found < 0) {
      return { missing: state, left };
    }
    const surplus = left.slice(0, found).filter(isLong);
    // Before its first look the recorder saw nothing.
    if (place > 0 && !sparse && surplus.length > 0) {
      return { before: state, surplus };
    }
    left = left.slice(found + 1);
  }
  return undefined;
}

function isLong({ seconds }: Told): boolean {
  return seconds > LOOKED_EVERY;
}

/** Runs of a recording in the order in which they were made. */
function byMaking({ recording: name, runs }: Journey): Journey['runs'] {
  const raws = recording(name).flatMap(
    ({ response }) => response?.deployment ?? [],
  );
  const made = (id: string) =>
    raws.find(raw => raw.id?.startsWith(id))?.created_at ?? 0;
  return [...runs].sort((a, b) => made(a.id) - made(b.id));
}

/** No piped is observed here, so that nobody learns that it is offline. */
function withoutAgent(state: string): string {
  return state.replace('waiting:agent-stopped', 'waiting');
}

describe('a run of the embedded PipeCD', () => {
  const simulated = journeys.filter(
    ({ recording: name }) => !NOT_SIMULATED.includes(name),
  );

  it.each(simulated)('reads as $recording did, in the same order', journey => {
    const states = told(journey.recording);
    const sparse = SPARSE.includes(journey.recording);
    const differences = byMaking(journey).map((run, place) =>
      difference(
        distinct(run.states.map(textOf).map(withoutAgent)),
        states[place],
        sparse,
      ),
    );
    expect(differences).toEqual(journey.runs.map(() => undefined));
  });

  it('is there for every recorded one that the embedded world can have', () => {
    expect([...Object.keys(pipecdJourneys), ...NOT_SIMULATED].sort()).toEqual(
      journeys.map(({ recording: name }) => name).sort(),
    );
  });
});
