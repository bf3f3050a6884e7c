import { FleetConformanceCase } from './FleetConformanceCase';
import { FleetHarness } from './FleetHarness';
import { fleetSourceCases } from './fleetSourceCases';
import { runFleetCase } from './runFleetCase';

/** How a case went. @public */
export type FleetConformanceResult =
  | { name: string; outcome: 'passed' }
  | { name: string; outcome: 'failed'; reason: string }
  /** The world cannot do what the case needs. */
  | { name: string; outcome: 'skipped'; reason: string };

/**
 * Runs all cases one after the other, without any test framework; for scripts against a real system.
 *
 * @public
 */
export async function runFleetConformance(
  harness: FleetHarness,
  options: {
    cases?: readonly FleetConformanceCase[];
    onResult?: (result: FleetConformanceResult) => void;
  } = {},
): Promise<FleetConformanceResult[]> {
  const results: FleetConformanceResult[] = [];
  for (const conformanceCase of options.cases ?? fleetSourceCases) {
    const result = await runOne(conformanceCase, harness);
    results.push(result);
    options.onResult?.(result);
  }
  return results;
}

async function runOne(
  conformanceCase: FleetConformanceCase,
  harness: FleetHarness,
): Promise<FleetConformanceResult> {
  const { name, needs } = conformanceCase;
  const lacking = needs.filter(ability => !harness.world[ability]);
  if (lacking.length > 0) {
    const reason = `the world cannot ${lacking.join(', ')}`;
    return { name, outcome: 'skipped', reason };
  }
  try {
    await runFleetCase(conformanceCase, harness);
    return { name, outcome: 'passed' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, outcome: 'failed', reason };
  }
}
