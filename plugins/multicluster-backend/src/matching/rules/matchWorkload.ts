import {
  ANNOTATION_KUBERNETES_ID,
  sentence,
  Sentence,
  WorkloadMatch,
} from '@fairway/backstage-plugin-multicluster-common';
import { EntityClaim } from './EntityClaim';
import { holdingMapping } from './holdingMapping';
import { MatchCandidate } from './MatchCandidate';
import { NamespaceMapping } from './NamespaceMapping';
import { ownersOf } from './ownersOf';
import { selectsLabels } from './selectsLabels';

/** Code of the reason of a match that nobody gets, because entities of different owners carry the same id. */
export const CONTESTED = 'match.contested';

/** How a workload belongs to an entity. */
export interface MatchResult {
  rule: WorkloadMatch['rule'];
  confirmed: boolean;
  reason: Sentence;
}

/** What else a match depends on. */
export interface MatchContext {
  mappings: readonly NamespaceMapping[];
  /** Every claim that may cover the workload; the one asked about may be among them. */
  rivals: readonly EntityClaim[];
}

/**
 * Whether an entity's claim covers a workload, by the first rule that does.
 *
 * @remarks
 * An entity's YAML is written by its users, so every rule only *claims*. A claim is confirmed by the first of these:
 *
 * - The configuration gives the workload's namespace to somebody: then to their entities alone.
 * - The template carries the entity's kubernetes-id, and no entity of another owner carries it too. Anyone can write
 *   another team's id into an entity of their own; who is right, the cluster cannot say.
 *
 * Loosening this lets anyone read the logs of a namespace by editing their own YAML.
 */
export function matchWorkload(
  claim: EntityClaim,
  workload: MatchCandidate,
  context: MatchContext,
): MatchResult | undefined {
  const rule = ruleOf(claim, workload);
  if (!rule) {
    return undefined;
  }
  const covering = context.mappings.filter(item => covers(item, workload));
  const mapping = holdingMapping(covering, claim);
  if (mapping) {
    const { namespace } = workload;
    const holder = mapping.ownerRef ?? mapping.systemRef ?? '';
    return {
      rule,
      confirmed: true,
      reason: sentence('match.confirmedByPlatform', { namespace, holder }),
    };
  }
  return {
    rule,
    ...(carriesId(claim, workload)
      ? judgeId(claim, workload, covering.length > 0, context.rivals)
      : {
          confirmed: false,
          reason: sentence('match.claimed', { entity: claim.entityRef }),
        }),
  };
}

/** What an id that the template carries too is worth, where no mapping speaks for the entity. */
function judgeId(
  claim: EntityClaim,
  workload: MatchCandidate,
  mapped: boolean,
  rivals: readonly EntityClaim[],
): Pick<MatchResult, 'confirmed' | 'reason'> {
  const params = {
    annotation: ANNOTATION_KUBERNETES_ID,
    value: claim.kubernetesId ?? '',
  };
  const { namespace } = workload;
  if (mapped) {
    return {
      confirmed: false,
      reason: sentence('match.otherHolder', { ...params, namespace }),
    };
  }
  const contested = rivals.some(
    rival =>
      ownersOf(rival) !== ownersOf(claim) &&
      carriesId(rival, workload) &&
      ruleOf(rival, workload) !== undefined,
  );
  return contested
    ? {
        confirmed: false,
        reason: sentence(CONTESTED, { ...params, namespace }),
      }
    : {
        confirmed: true,
        reason: sentence('match.confirmedByLabel', params),
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

function covers(mapping: NamespaceMapping, workload: MatchCandidate): boolean {
  return (
    (mapping.controlPlane === undefined ||
      mapping.controlPlane === workload.controlPlane) &&
    mapping.namespace.test(workload.namespace)
  );
}
