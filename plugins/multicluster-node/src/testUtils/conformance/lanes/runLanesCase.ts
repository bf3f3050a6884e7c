import { LanesConformanceCase } from './LanesConformanceCase';
import { LanesConformanceContext } from './LanesConformanceContext';
import { LanesHarness } from './LanesHarness';

/** Runs one case and removes what it made. Rejects when the source breaks the rule. @public */
export async function runLanesCase(
  conformanceCase: LanesConformanceCase,
  harness: LanesHarness,
): Promise<void> {
  const context = LanesConformanceContext.create(harness);
  try {
    await conformanceCase.run(context);
  } finally {
    await context.cleanUp();
  }
}
