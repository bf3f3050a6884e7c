import assert from 'node:assert/strict';
import { DerivedRun, gatesOf } from '../../../contract';
import { RunsConformanceCase } from './RunsConformanceCase';
import { RunsConformanceContext } from './RunsConformanceContext';

const needs: RunsConformanceCase['needs'] = ['readsGates', 'startGatedRun'];

type Seen = Awaited<ReturnType<RunsConformanceContext['seenGate']>>;

/** What a run and its gates are now, for what must not rest on what was observed. @internal */
export const readGateCases: RunsConformanceCase[] = [
  {
    name: 'a gate that is read anew is the one that was observed',
    needs,
    async run(context) {
      const seen = await context.seenGate();
      const now = await readNow(context, seen);
      const gate = now && gatesOf(now).find(({ id }) => id === seen.gate.id);
      assert.equal(gate?.state, 'pending');
      assert.equal(gate?.actionable, true);
      assert.equal(gate?.version, seen.gate.version);
    },
  },
  {
    name: 'a run that is over is read as over, though nobody has observed that',
    needs,
    async run(context) {
      const seen = await context.seenGate();
      await seen.observation.stop();
      await context.world.finish(seen.run, 'cancelled');
      const now = await readNow(context, seen);
      assert.equal(now?.status, 'cancelled');
      assert.ok(
        gatesOf(now!).every(({ actionable }) => !actionable),
        'a gate of it still looks open',
      );
    },
  },
  {
    name: 'a run that the tool does not know is read as none',
    needs,
    async run(context) {
      const seen = await context.seenGate();
      const fact = { ...seen.fact, key: `${seen.fact.key}-of-nobody` };
      assert.equal(await readNow(context, { ...seen, fact }), undefined);
    },
  },
  {
    name: 'a run of a tool that cannot be reached is not read as anything',
    needs: [...needs, 'cutOff'],
    async run(context) {
      const seen = await context.seenGate();
      await seen.observation.stop();
      await context.begin(context.ability('cutOff'));
      await assert.rejects(readNow(context, seen));
    },
  },
];

async function readNow(
  context: RunsConformanceContext,
  { observation, run, fact }: Pick<Seen, 'observation' | 'run' | 'fact'>,
): Promise<DerivedRun | undefined> {
  const gates = context.gates(observation.source);
  const derived = observation.tracker.derive(run.key);
  assert.ok(gates.read && derived, 'it cannot read anew');
  return await gates.read({
    run: fact,
    derived,
    deadlineMs: 5_000,
    signal: AbortSignal.timeout(context.patienceMs),
  });
}
