import { RunsConformanceCase } from './RunsConformanceCase';
import { RunsCannot, RunsHarness } from './RunsHarness';
import { runRunsCase } from './runRunsCase';
import { runsSourceCases } from './runsSourceCases';

/** How a case went. @public */
export type RunsConformanceResult =
  | { name: string; outcome: 'passed' }
  | { name: string; outcome: 'failed'; reason: string }
  /** The harness says why this cannot be shown of its source or world. */
  | { name: string; outcome: 'not-shown'; reason: string };

/**
 * Runs all cases one after the other, without any test framework; for scripts against a real tool. A case that needs what
 * the world neither gives nor declares fails.
 *
 * @public
 */
export async function runRunsConformance(
  harness: RunsHarness,
  options: {
    cannot?: RunsCannot;
    cases?: readonly RunsConformanceCase[];
    onResult?: (result: RunsConformanceResult) => void;
  } = {},
): Promise<RunsConformanceResult[]> {
  const results: RunsConformanceResult[] = [];
  const { cannot = {}, cases = runsSourceCases, onResult } = options;
  for (const conformanceCase of cases) {
    const result = await runOne(conformanceCase, harness, cannot);
    results.push(result);
    onResult?.(result);
  }
  return results;
}

async function runOne(
  conformanceCase: RunsConformanceCase,
  harness: RunsHarness,
  cannot: RunsCannot,
): Promise<RunsConformanceResult> {
  const { name, needs } = conformanceCase;
  const reasons = needs.flatMap(need => {
    const reason = cannot[need];
    return reason === undefined ? [] : [`cannot ${need}: ${reason}`];
  });
  if (reasons.length > 0) {
    return { name, outcome: 'not-shown', reason: reasons.join('; ') };
  }
  try {
    await runRunsCase(conformanceCase, harness);
    return { name, outcome: 'passed' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, outcome: 'failed', reason };
  }
}
