import { FleetFact } from '@fairway/backstage-plugin-multicluster-node';
import {
  KubernetesObject,
  ResourceCoordinates,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { projectBinding } from '../project/projectBinding';
import { projectCluster } from '../project/projectCluster';
import { PolicyKind, projectPolicy } from '../project/projectPolicy';
import { keys } from '../project/keys';
import { UnknownValue } from '../project/UnknownValue';

/** A kind of Karmada's own that is always observed. @internal */
export interface FixedLane {
  lane: string;
  subject: string;
  resource: ResourceCoordinates & { kind: string };
  annotations?: readonly string[];
  /** Whether it is listed after all that its objects are derived with, see {@link FirstLists}. */
  last?: boolean;
  project(object: KubernetesObject, onUnknown: UnknownValue): FleetFact[];
}

/** Annotations that name the policy behind a claim; of templates, the marks of delivery tools are kept beside them. @internal */
export const claimAnnotations = [keys.ppName, keys.ppNamespace, keys.cppName];

/**
 * What is observed of every control plane. The clusters come from another server (aggregated) than the rest; each lane
 * fails by itself.
 *
 * @internal
 */
export const fixedLanes: readonly FixedLane[] = [
  {
    lane: 'clusters',
    subject: 'Clusters',
    resource: {
      group: 'cluster.karmada.io',
      version: 'v1alpha1',
      resource: 'clusters',
      kind: 'Cluster',
    },
    project: (object, onUnknown) => some(projectCluster(object, onUnknown)),
  },
  bindingLane('resourcebindings', 'ResourceBinding'),
  bindingLane('clusterresourcebindings', 'ClusterResourceBinding'),
  policyLane('propagationpolicies', 'PropagationPolicy'),
  policyLane('clusterpropagationpolicies', 'ClusterPropagationPolicy'),
  policyLane('overridepolicies', 'OverridePolicy'),
  policyLane('clusteroverridepolicies', 'ClusterOverridePolicy'),
];

/** Lanes of policies that may change what a cluster gets. @internal */
export const overrideLanes: readonly string[] = [
  'overridepolicies',
  'clusteroverridepolicies',
];

function bindingLane(resource: string, kind: string): FixedLane {
  return {
    lane: resource,
    subject: `${kind}s`,
    resource: {
      group: 'work.karmada.io',
      version: 'v1alpha2',
      resource,
      kind,
    },
    annotations: claimAnnotations,
    last: true,
    project: (object, onUnknown) => some(projectBinding(object, onUnknown)),
  };
}

function policyLane(resource: string, kind: PolicyKind): FixedLane {
  return {
    lane: resource,
    subject: kind.replace(/y$/, 'ies'),
    resource: {
      group: 'policy.karmada.io',
      version: 'v1alpha1',
      resource,
      kind,
    },
    annotations: [keys.heldBy],
    project: object => some(projectPolicy(object, kind)),
  };
}

/** An object that says too little to be shown is counted by the observer as one that cannot be understood. */
function some<T extends FleetFact>(fact: T | undefined): FleetFact[] {
  if (!fact) {
    throw new TypeError('the object names nothing that could be shown');
  }
  return [fact as FleetFact];
}
