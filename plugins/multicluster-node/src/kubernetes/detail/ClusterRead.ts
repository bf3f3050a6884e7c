import { Refusal } from './Refusal';

/** What was read of one cluster: all of it, or what was read before it went wrong. @public */
export interface ClusterRead<T> {
  items: T[];
  problem?: Refusal;
}
