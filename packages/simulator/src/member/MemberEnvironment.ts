import type { Clock } from '../clock/Clock';
import type { Random } from '../clock/Random';
import type { QueueOptions } from '../control/WorkQueue';
import type { MemberCluster } from './MemberCluster';
import type { PodTimings } from './PodTimings';

/** What every controller of a member is given. */
export interface MemberEnvironment {
  member: MemberCluster;
  clock: Clock;
  random: Random;
  timings: PodTimings;
  queue(lag: number | (() => number)): QueueOptions;
}
