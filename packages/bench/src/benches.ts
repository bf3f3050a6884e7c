import { bundleBench } from './frontend/bundleBench';
import { fleetPageBench } from './frontend/fleetPageBench';
import { kubernetesBench } from './kubernetes/kubernetesBench';
import { Bench } from './lib/Bench';
import { steadyBench } from './steady/steadyBench';
import { syncBench } from './sync/syncBench';

/** In the order in which they run. */
export const benches: Bench[] = [
  bundleBench,
  fleetPageBench,
  kubernetesBench,
  syncBench,
  steadyBench,
];
