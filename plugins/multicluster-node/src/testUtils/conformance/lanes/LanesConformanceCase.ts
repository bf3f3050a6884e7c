import { LanesConformanceContext } from './LanesConformanceContext';
import { LanesWorldAbility } from './LanesWorld';

/** One rule that every source with lanes keeps. @public */
export interface LanesConformanceCase {
  /** A sentence about behaviour. */
  name: string;
  /** What the world must be able to do. */
  needs: LanesWorldAbility[];
  /** Rejects with an AssertionError when the rule is broken. */
  run(context: LanesConformanceContext): Promise<void>;
}
