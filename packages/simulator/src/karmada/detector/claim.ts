import type { KubeObject, ObjectMeta } from '../../apiserver/ObjectStore';
import { keys } from '../keys';
import type { Policy } from '../model/Policy';

/** By whom an object is claimed. */
export interface Claim {
  kind: 'PropagationPolicy' | 'ClusterPropagationPolicy';
  id: string;
  namespace?: string;
  name: string;
}

/** The claim that the metadata of a template or binding carries. */
export function claimOf(object: KubeObject): Claim | undefined {
  const { labels = {}, annotations = {} } = object.metadata;
  if (labels[keys.policyId]) {
    return {
      kind: 'PropagationPolicy',
      id: labels[keys.policyId],
      namespace: annotations[keys.policyNamespace],
      name: annotations[keys.policyName],
    };
  }
  if (labels[keys.clusterPolicyId]) {
    return {
      kind: 'ClusterPropagationPolicy',
      id: labels[keys.clusterPolicyId],
      name: annotations[keys.clusterPolicyName],
    };
  }
  return undefined;
}

/** Labels and annotations by which a policy claims. */
export function claimMetadata(
  policy: Policy,
): Required<Pick<ObjectMeta, 'labels' | 'annotations'>> {
  const { labels = {}, name, namespace } = policy.metadata;
  return namespace
    ? {
        labels: { [keys.policyId]: labels[keys.policyId] },
        annotations: {
          [keys.policyName]: name,
          [keys.policyNamespace]: namespace,
        },
      }
    : {
        labels: { [keys.clusterPolicyId]: labels[keys.clusterPolicyId] },
        annotations: { [keys.clusterPolicyName]: name },
      };
}

/** Takes every claim off the metadata of a draft. */
export function stripClaim(metadata: ObjectMeta): void {
  delete metadata.labels?.[keys.policyId];
  delete metadata.labels?.[keys.clusterPolicyId];
  delete metadata.annotations?.[keys.policyName];
  delete metadata.annotations?.[keys.policyNamespace];
  delete metadata.annotations?.[keys.clusterPolicyName];
}

/** Puts a policy's claim on the metadata of a draft. */
export function putClaim(metadata: ObjectMeta, policy: Policy): void {
  stripClaim(metadata);
  const claim = claimMetadata(policy);
  metadata.labels = { ...metadata.labels, ...claim.labels };
  metadata.annotations = { ...metadata.annotations, ...claim.annotations };
}
