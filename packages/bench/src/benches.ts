import { bundleBench } from './frontend/bundleBench';
import { kubernetesBench } from './kubernetes/kubernetesBench';
import { Bench } from './lib/Bench';

/** In the order in which they run. */
export const benches: Bench[] = [bundleBench, kubernetesBench];
