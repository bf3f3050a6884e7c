import { FleetConformanceContext } from './FleetConformanceContext';
import { FleetWorldAbility } from './FleetWorld';

/** One rule that every source with a fleet keeps. @public */
export interface FleetConformanceCase {
  /** A sentence about behaviour. */
  name: string;
  /** What the world must be able to do. */
  needs: FleetWorldAbility[];
  /** Rejects with an AssertionError when the rule is broken. */
  run(context: FleetConformanceContext): Promise<void>;
}
