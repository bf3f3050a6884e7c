import { TestFrameworkGlobals } from '../describeFleetSource';
import { RunsCannot, RunsHarness } from './RunsHarness';
import { runRunsCase } from './runRunsCase';
import { runsSourceCases } from './runsSourceCases';
import { runsWorldAbilities } from './RunsWorld';

/**
 * Makes a test of each conformance case.
 *
 * @remarks
 * What the world cannot do is declared in `cannot`, with a reason that stands in the name of every case that is skipped for
 * it. What is neither declared nor given fails, so that no case is lost silently.
 *
 * @param framework - the functions of the test framework, handed in so that this module depends on none
 * @param options - `createHarness`: starts the world, once for all cases
 * @public
 */
export function describeRunsSource(
  name: string,
  framework: TestFrameworkGlobals,
  options: {
    cannot: RunsCannot;
    createHarness: () => Promise<RunsHarness>;
    /** Milliseconds a case may take (60,000). */
    timeoutMs?: number;
  },
): void {
  const { describe, it, beforeAll, afterAll } = framework;
  const { cannot, createHarness, timeoutMs = 60_000 } = options;
  describe(name, () => {
    let harness: RunsHarness | undefined;

    beforeAll(async () => {
      harness = await createHarness();
    }, timeoutMs);

    afterAll(async () => {
      await harness?.close?.();
    }, timeoutMs);

    const started = () => {
      if (!harness) {
        throw new Error('The harness did not start');
      }
      return harness;
    };

    it(
      'the harness gives or declares every ability',
      async () => assertDeclared(started(), cannot),
      timeoutMs,
    );

    runsSourceCases.forEach(conformanceCase => {
      const run = () => runRunsCase(conformanceCase, started());
      const lacking = conformanceCase.needs.find(need => need in cannot);
      if (lacking) {
        const why = `not shown, cannot ${lacking}: ${cannot[lacking]}`;
        it.skip(`${conformanceCase.name} (${why})`, run);
      } else {
        it(conformanceCase.name, run, timeoutMs);
      }
    });
  });
}

function assertDeclared({ world }: RunsHarness, cannot: RunsCannot): void {
  const open = runsWorldAbilities.filter(
    ability => !world[ability] && !cannot[ability],
  );
  if (open.length > 0) {
    throw new Error(`Neither given nor declared: ${open.join(', ')}`);
  }
  const both = runsWorldAbilities.filter(
    ability => world[ability] && cannot[ability],
  );
  if (both.length > 0) {
    throw new Error(`Given, and declared as impossible: ${both.join(', ')}`);
  }
}
