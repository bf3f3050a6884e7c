import type { LogEntry } from '../recording/WatchLog';
import { applyConflict } from './applyConflict';
import { canaryCanaryNoPolicy } from './canaryCanaryNoPolicy';
import { canaryRolloutAndScale } from './canaryRolloutAndScale';
import { clusterJoinsCordonedAndLeaves } from './clusterJoinsCordonedAndLeaves';
import { clusterLostAndGracefulEviction } from './clusterLostAndGracefulEviction';
import { clusterScopedBinding } from './clusterScopedBinding';
import { dependencies } from './dependencies';
import { directEviction } from './directEviction';
import { fallbackAffinityAndRebalance } from './fallbackAffinityAndRebalance';
import { heldDispatchReleasedByCluster } from './heldDispatchReleasedByCluster';
import { heldWhileAClusterIsLost } from './heldWhileAClusterIsLost';
import { heldWhileALostClusterReturns } from './heldWhileALostClusterReturns';
import { heldWhileItsOnlyClusterIsLost } from './heldWhileItsOnlyClusterIsLost';
import { noClusterFitThenFits } from './noClusterFitThenFits';
import { notEnoughCapacity } from './notEnoughCapacity';
import { pullAgentStopped } from './pullAgentStopped';
import { quotaExceededThenRaised } from './quotaExceededThenRaised';
import { rebalance } from './rebalance';
import { spreadAndImageOverride } from './spreadAndImageOverride';

/**
 * The journeys of the recordings, by the names of their files. Each acts in a laboratory of its own, in told time, and
 * returns what a watcher saw in the shape of the recording.
 */
export const journeys: Record<string, () => LogEntry[]> = {
  'apply-conflict': applyConflict,
  'canary-canary-no-policy': canaryCanaryNoPolicy,
  'canary-rollout-and-scale': canaryRolloutAndScale,
  'cluster-joins-cordoned-and-leaves': clusterJoinsCordonedAndLeaves,
  'cluster-lost-and-graceful-eviction': clusterLostAndGracefulEviction,
  'cluster-scoped-binding': clusterScopedBinding,
  dependencies,
  'direct-eviction': directEviction,
  'fallback-affinity-and-rebalance': fallbackAffinityAndRebalance,
  'held-dispatch-released-by-cluster': heldDispatchReleasedByCluster,
  'held-while-a-cluster-is-lost': heldWhileAClusterIsLost,
  'held-while-a-lost-cluster-returns': heldWhileALostClusterReturns,
  'held-while-its-only-cluster-is-lost': heldWhileItsOnlyClusterIsLost,
  'no-cluster-fit-then-fits': noClusterFitThenFits,
  'not-enough-capacity': notEnoughCapacity,
  'pull-agent-stopped': pullAgentStopped,
  'quota-exceeded-then-raised': quotaExceededThenRaised,
  rebalance,
  'spread-and-image-override': spreadAndImageOverride,
};
