import { describeRunsSource } from './describeRunsSource';
import { runRunsConformance } from './runRunsConformance';
import { runsSourceCases } from './runsSourceCases';
import { toyHarness } from './__testUtils__/toyRunsSource';

const framework = { describe, it, beforeAll, afterAll };

describeRunsSource('a source that delivers by the worker', framework, {
  cannot: {},
  createHarness: async () => toyHarness(),
});

describeRunsSource('a source that delivers in-request', framework, {
  cannot: {},
  createHarness: async () => toyHarness({ delivery: 'in-request' }),
});

describe('the conformance kit of runs', () => {
  it('has at least thirty cases, each with a name of its own', () => {
    const names = new Set(runsSourceCases.map(({ name }) => name));
    expect(names.size).toBe(runsSourceCases.length);
    expect(names.size).toBeGreaterThanOrEqual(30);
  });

  it('runs without a test framework, and tells what is not shown and why', async () => {
    const harness = toyHarness();
    const cases = runsSourceCases.filter(({ name }) => /^a stage/.test(name));
    const results = await runRunsConformance(harness, {
      cases,
      cannot: { restartAgent: 'nothing is ever started anew' },
    });
    expect(results).toContainEqual({
      name: 'a stage keeps the first start seen when whoever runs it is started anew',
      outcome: 'not-shown',
      reason: 'cannot restartAgent: nothing is ever started anew',
    });
    expect(results.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(harness.tool.runs.size).toBe(0);
  });

  it('fails a case whose ability is neither given nor declared', async () => {
    const harness = toyHarness({ patienceMs: 700 });
    const world = { ...harness.world, restartAgent: undefined };
    const cases = runsSourceCases.filter(({ needs }) =>
      needs.includes('restartAgent'),
    );
    const results = await runRunsConformance({ ...harness, world }, { cases });
    expect(results).toEqual([expect.objectContaining({ outcome: 'failed' })]);
  });

  it('names in its output what is declared, and fails what is neither given nor declared', async () => {
    const told: string[] = [];
    const bodies = new Map<string, () => Promise<void>>();
    const start: Array<() => Promise<void>> = [];
    const harness = toyHarness();
    describeRunsSource(
      'x',
      {
        describe: (_, body) => body(),
        it: Object.assign(
          (name: string, body: () => Promise<void>) => bodies.set(name, body),
          { skip: (name: string) => told.push(name) },
        ),
        beforeAll: body => start.push(body),
        afterAll: () => {},
      },
      {
        cannot: { writeLog: 'it has no logs', skipLog: 'it has no logs' },
        createHarness: async () => ({
          ...harness,
          world: {
            ...harness.world,
            writeLog: undefined,
            skipLog: undefined,
            dropLog: undefined,
          },
        }),
      },
    );
    expect(told.length + bodies.size).toBe(runsSourceCases.length + 1);
    expect(told).toContain(
      'a log is read in order, and read on where it was left, without a line twice (not shown, cannot writeLog: it has no logs)',
    );
    await start[0]();
    await expect(
      bodies.get('the harness gives or declares every ability')?.(),
    ).rejects.toThrow('Neither given nor declared: dropLog');
  });
});
