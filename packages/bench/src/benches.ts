import { bundleBench } from './frontend/bundleBench';
import { kubernetesBench } from './kubernetes/kubernetesBench';
import { Bench } from './lib/Bench';
import { steadyBench } from './steady/steadyBench';
import { syncBench } from './sync/syncBench';

/** In the order in which they run. */
export const benches: Bench[] = [
  bundleBench,
  kubernetesBench,
  syncBench,
  steadyBench,
];
