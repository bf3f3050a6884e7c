import { ScopeTarget } from './PromotionScope';

/** A workload that two environments may have, and the copy that stands for each. */
export interface ComparableWorkload {
  kind: string;
  name: string;
  /** In the environment that would get something; absent: it is not there. */
  now?: ScopeTarget;
  /** In the environment that has it. */
  next?: ScopeTarget;
}
