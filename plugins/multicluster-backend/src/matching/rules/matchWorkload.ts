import {
  ANNOTATION_KUBERNETES_ID,
  sentence,
  Sentence,
  WorkloadMatch,
} from '@fairway/backstage-plugin-multicluster-common';
import { EntityClaim } from './EntityClaim';
import { MatchCandidate } from './MatchCandidate';
import { NamespaceMapping } from './NamespaceMapping';
import { selectsLabels } from './selectsLabels';

/** How a workload belongs to an entity. */
export interface MatchResult {
  rule: WorkloadMatch['rule'];
  confirmed: boolean;
  reason: Sentence;
}

/**
 * Whether an entity's claim covers a workload, by the first rule that does.
 *
 * @remarks
 * An entity's YAML is written by its users, so every rule but a label on the template only *claims*. A claim is confirmed
 * when the template carries the entity's kubernetes-id, or when the platform's configuration gives the namespace to the
 * entity's owner or system. Loosening this lets anyone read the logs of a namespace by editing their own YAML.
 */
export function matchWorkload(
  claim: EntityClaim,
  workload: MatchCandidate,
  mappings: readonly NamespaceMapping[],
): MatchResult | undefined {
  const rule = ruleOf(claim, workload);
  if (!rule) {
    return undefined;
  }
  if (carriesId(claim, workload)) {
    return {
      rule,
      confirmed: true,
      reason: sentence('match.confirmedByLabel', {
        annotation: ANNOTATION_KUBERNETES_ID,
        value: claim.kubernetesId ?? '',
      }),
    };
  }
  const mapping = mappings.find(item => confirms(item, claim, workload));
  if (mapping) {
    const holder = mapping.ownerRef ?? mapping.systemRef ?? '';
    return {
      rule,
      confirmed: true,
      reason: sentence('match.confirmedByPlatform', {
        namespace: workload.namespace,
        holder,
      }),
    };
  }
  return {
    rule,
    confirmed: false,
    reason: sentence('match.claimed', { entity: claim.entityRef }),
  };
}

function ruleOf(
  claim: EntityClaim,
  workload: MatchCandidate,
): MatchResult['rule'] | undefined {
  const inNamespace =
    claim.namespace === undefined || claim.namespace === workload.namespace;
  if (inNamespace && carriesId(claim, workload)) {
    return 'kubernetes-id';
  }
  if (
    inNamespace &&
    claim.selector &&
    selectsLabels(claim.selector, workload.labels)
  ) {
    return 'label-selector';
  }
  const onControlPlane = (item: { controlPlane?: string }) =>
    item.controlPlane === undefined ||
    item.controlPlane === workload.controlPlane;
  const named = claim.workloads.some(
    item =>
      onControlPlane(item) &&
      item.kind.toLowerCase() === workload.kind.toLowerCase() &&
      item.group === workload.group &&
      item.namespace === workload.namespace &&
      item.name === workload.name,
  );
  if (named) {
    return 'workloads-annotation';
  }
  const { policy } = workload;
  const placed = claim.policies.some(
    item =>
      onControlPlane(item) &&
      item.namespace === policy?.namespace &&
      item.name === policy?.name,
  );
  return placed ? 'policy-annotation' : undefined;
}

function carriesId(claim: EntityClaim, workload: MatchCandidate): boolean {
  return (
    claim.kubernetesId !== undefined &&
    workload.kubernetesId === claim.kubernetesId
  );
}

function confirms(
  mapping: NamespaceMapping,
  claim: EntityClaim,
  workload: MatchCandidate,
): boolean {
  const holds =
    (mapping.ownerRef !== undefined && mapping.ownerRef === claim.ownerRef) ||
    (mapping.systemRef !== undefined && mapping.systemRef === claim.systemRef);
  return (
    holds &&
    (mapping.controlPlane === undefined ||
      mapping.controlPlane === workload.controlPlane) &&
    mapping.namespace.test(workload.namespace)
  );
}
