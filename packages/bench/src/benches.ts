import { approvalsBench } from './approvals/approvalsBench';
import { deliveryBench } from './delivery/deliveryBench';
import { bundleBench } from './frontend/bundleBench';
import { fleetPageBench } from './frontend/fleetPageBench';
import { kubernetesBench } from './kubernetes/kubernetesBench';
import { Bench } from './lib/Bench';
import { promotionBench } from './promotion/promotionBench';
import { steadyBench } from './steady/steadyBench';
import { realSyncBench } from './sync/realSyncBench';
import { syncBench } from './sync/syncBench';

const { KARMADA_KUBECONFIG } = process.env;

/** In the order in which they run. What needs a real control plane runs where one is named. */
export const benches: Bench[] = [
  bundleBench,
  fleetPageBench,
  kubernetesBench,
  promotionBench,
  deliveryBench,
  approvalsBench,
  syncBench,
  steadyBench,
  ...(KARMADA_KUBECONFIG ? [realSyncBench(KARMADA_KUBECONFIG)] : []),
];
