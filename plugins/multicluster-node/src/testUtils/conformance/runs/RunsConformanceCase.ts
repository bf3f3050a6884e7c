import { RunsConformanceContext } from './RunsConformanceContext';
import { RunsWorldAbility } from './RunsWorld';

/** One rule that every source with runs keeps. @public */
export interface RunsConformanceCase {
  /** A sentence about behaviour. */
  name: string;
  /** What the world must be able to do. */
  needs: RunsWorldAbility[];
  /** Rejects with an AssertionError when the rule is broken. */
  run(context: RunsConformanceContext): Promise<void>;
}
