import { TestFrameworkGlobals } from '../describeFleetSource';
import { LanesCannot, LanesHarness } from './LanesHarness';
import { lanesSourceCases } from './lanesSourceCases';
import { lanesWorldAbilities } from './LanesWorld';
import { runLanesCase } from './runLanesCase';

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
export function describeLanesSource(
  name: string,
  framework: TestFrameworkGlobals,
  options: {
    cannot: LanesCannot;
    createHarness: () => Promise<LanesHarness>;
    /** Milliseconds a case may take (60,000). */
    timeoutMs?: number;
  },
): void {
  const { describe, it, beforeAll, afterAll } = framework;
  const { cannot, createHarness, timeoutMs = 60_000 } = options;
  describe(name, () => {
    let harness: LanesHarness | undefined;

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

    lanesSourceCases.forEach(conformanceCase => {
      const run = () => runLanesCase(conformanceCase, started());
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

function assertDeclared({ world }: LanesHarness, cannot: LanesCannot): void {
  const wrong = lanesWorldAbilities.filter(
    ability => Boolean(world[ability]) === Boolean(cannot[ability]),
  );
  if (wrong.length > 0) {
    throw new Error(`Neither given nor declared, or both: ${wrong.join(', ')}`);
  }
}
