import { FleetConformanceCase } from './FleetConformanceCase';
import { FleetConformanceContext } from './FleetConformanceContext';
import { FleetHarness } from './FleetHarness';

/** Runs one case and removes what it made. Rejects when the source breaks the rule. @public */
export async function runFleetCase(
  conformanceCase: FleetConformanceCase,
  harness: FleetHarness,
): Promise<void> {
  const context = FleetConformanceContext.create(harness);
  try {
    await conformanceCase.run(context);
  } finally {
    await context.cleanUp();
  }
}
