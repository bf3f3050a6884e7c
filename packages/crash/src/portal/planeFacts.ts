import { JsonObject } from '@backstage/types';
import {
  ClusterFact,
  FleetFact,
  PlacementFact,
  PolicyFact,
  workloadKey,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { PlaneLane } from '../plane/PlaneLane';
import { CLUSTERS, KUBERNETES_ID } from './crashWorld';
import { imageOf } from './imageOf';

/** What of a policy is stored for its rules. */
export type PlanePolicy = Pick<PlaneLane, 'name' | 'holds'> & JsonObject;

/** Everything that is stored of a control plane. */
export function planeFacts(lanes: readonly PlaneLane[]): FleetFact[] {
  return [
    ...CLUSTERS.map(clusterFact),
    ...lanes.flatMap(lane => [
      policyFact(lane),
      workloadFact(lane),
      placementFact(lane),
    ]),
  ];
}

function clusterFact(name: string): ClusterFact {
  return {
    type: 'cluster',
    key: name,
    name,
    state: 'ready',
    zones: [],
    labels: {},
    taints: [],
  };
}

function policyFact({ name, holds }: PlaneLane): PolicyFact<PlanePolicy> {
  return {
    type: 'policy',
    key: `Policy/default/${name}`,
    kind: 'Policy',
    namespace: 'default',
    name,
    policyId: name,
    role: 'placement',
    deleting: false,
    native: { name, holds },
  };
}

function workloadFact(lane: PlaneLane): WorkloadFact {
  const identity = identityOf(lane);
  return {
    type: 'workload',
    key: workloadKey(identity),
    ...identity,
    version: 'v1',
    uid: lane.name,
    generation: lane.generation,
    labels: { 'backstage.io/kubernetes-id': KUBERNETES_ID },
    policyId: lane.name,
    images: [{ container: 'app', image: imageOf(lane), version: lane.content }],
    imagesKnown: true,
    replicas: 1,
    deleting: false,
  };
}

function placementFact(lane: PlaneLane): PlacementFact {
  const identity = identityOf(lane);
  return {
    type: 'placement',
    key: `default/${lane.name}`,
    workloadKey: workloadKey(identity),
    workload: { ...identity, version: 'v1', uid: lane.name },
    dependency: false,
    policyId: lane.name,
    // What changes with the content, so that whoever follows the lane is told.
    native: { content: lane.content, members: lane.members },
  };
}

function identityOf({ name }: PlaneLane) {
  return { group: 'apps', kind: 'Deployment', namespace: 'default', name };
}
