import type { ObjectStore } from '../apiserver/ObjectStore';
import type { Clock } from '../clock/Clock';
import type { Random } from '../clock/Random';
import type { QueueOptions } from '../control/WorkQueue';
import type { MemberCluster } from '../member/MemberCluster';
import type { Timings } from './Timings';

/** What every controller of a control plane is given. */
export interface Environment {
  store: ObjectStore;
  clock: Clock;
  random: Random;
  timings: Timings;
  members: ReadonlyMap<string, MemberCluster>;
  /** Options of a queue whose work waits that long. */
  queue(lag: number | (() => number)): QueueOptions;
}
