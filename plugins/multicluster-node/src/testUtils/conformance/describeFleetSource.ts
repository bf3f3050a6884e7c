import { FleetHarness } from './FleetHarness';
import { fleetSourceCases } from './fleetSourceCases';
import { FleetWorldAbility } from './FleetWorld';
import { runFleetCase } from './runFleetCase';
import { startedHarness } from './startedHarness';
import { TestFrameworkGlobals } from './TestFrameworkGlobals';

/**
 * Makes a test of each conformance case. Cases that need what the world cannot do appear as skipped.
 *
 * @param framework - the functions of the test framework, handed in so that this module depends on none
 * @param options - `abilities`: what the world can do, which must be known before it is started; `createHarness`: starts
 * it, once for all cases
 * @public
 */
export function describeFleetSource(
  name: string,
  framework: TestFrameworkGlobals,
  options: {
    abilities: readonly FleetWorldAbility[];
    createHarness: () => Promise<FleetHarness>;
    /** Milliseconds a case may take (60,000). */
    timeoutMs?: number;
  },
): void {
  const { describe, it } = framework;
  const { abilities, createHarness, timeoutMs = 60_000 } = options;
  describe(name, () => {
    const started = startedHarness(framework, createHarness, timeoutMs);

    fleetSourceCases.forEach(conformanceCase => {
      const run = async () => runFleetCase(conformanceCase, started());
      if (conformanceCase.needs.every(need => abilities.includes(need))) {
        it(conformanceCase.name, run, timeoutMs);
      } else {
        it.skip(conformanceCase.name, run);
      }
    });
  });
}
