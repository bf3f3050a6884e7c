import { RunsConformanceCase } from './RunsConformanceCase';
import { RunsConformanceContext } from './RunsConformanceContext';
import { RunsHarness } from './RunsHarness';

/** Runs one case and removes what it made. Rejects when the source breaks the rule. @public */
export async function runRunsCase(
  conformanceCase: RunsConformanceCase,
  harness: RunsHarness,
): Promise<void> {
  const context = RunsConformanceContext.create(harness);
  try {
    await conformanceCase.run(context);
  } finally {
    await context.cleanUp();
  }
}
