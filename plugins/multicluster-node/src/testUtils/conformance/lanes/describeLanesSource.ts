import { describeCases } from '../describeCases';
import { TestFrameworkGlobals } from '../TestFrameworkGlobals';
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
  describeCases(name, framework, {
    ...options,
    cases: lanesSourceCases,
    run: (index, harness) => runLanesCase(lanesSourceCases[index], harness),
    abilities: lanesWorldAbilities,
    has: ({ world }, ability) => Boolean(world[ability]),
  });
}
