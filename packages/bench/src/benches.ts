import { bundleBench } from './frontend/bundleBench';
import { Bench } from './lib/Bench';

/** In the order in which they run. */
export const benches: Bench[] = [bundleBench];
