import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_CLUSTER,
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ANNOTATION_KUBERNETES_NAMESPACE,
  ANNOTATION_POLICY,
  ANNOTATION_WORKLOADS,
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { EntityClaim } from './EntityClaim';
import { LONGEST_ANNOTATION } from './longestAnnotation';
import { parseLabelSelector } from './parseLabelSelector';
import { parsePolicyClaims } from './parsePolicyClaims';
import { parseWorkloadClaims } from './parseWorkloadClaims';
import { pipelineClaimOf } from './pipelineClaimOf';

/**
 * What an entity says of its workloads, or undefined when it says nothing. Annotations are written by users: one that
 * cannot be read becomes a problem that names it and claims nothing.
 *
 * @param toolAnnotations - annotations that delivery tools call their own; absent: nothing is said of pipelines
 */
export function claimOfEntity(
  entity: Entity,
  toolAnnotations?: readonly string[],
): EntityClaim | undefined {
  const problems: Sentence[] = [];
  const unreadable = (annotation: string, value: string) =>
    problems.push(sentence('match.unreadable', { annotation, value }));
  const read = (annotation: string) =>
    entity.metadata.annotations?.[annotation]?.trim() || undefined;
  const readShort = (annotation: string) => {
    const text = read(annotation);
    if (text === undefined || text.length <= LONGEST_ANNOTATION) {
      return text;
    }
    unreadable(annotation, `${text.slice(0, 60)}…`);
    return undefined;
  };
  const kubernetesId = read(ANNOTATION_KUBERNETES_ID);
  const selectorText = readShort(ANNOTATION_KUBERNETES_LABEL_SELECTOR);
  const workloadsText = readShort(ANNOTATION_WORKLOADS);
  const policyText = readShort(ANNOTATION_POLICY);
  const pipelines = pipelineClaimOf(entity, toolAnnotations);
  const claims = [kubernetesId, selectorText, workloadsText, policyText];
  if (!claims.some(Boolean) && problems.length === 0 && !pipelines) {
    return undefined;
  }
  const selector = selectorText ? parseLabelSelector(selectorText) : undefined;
  if (selectorText && !selector) {
    unreadable(ANNOTATION_KUBERNETES_LABEL_SELECTOR, selectorText);
  }
  const workloads = parseWorkloadClaims(workloadsText ?? '');
  workloads.unread.forEach(part => unreadable(ANNOTATION_WORKLOADS, part));
  const policies = parsePolicyClaims(policyText ?? '');
  policies.unread.forEach(part => unreadable(ANNOTATION_POLICY, part));

  return {
    entityRef: stringifyEntityRef(entity),
    kubernetesId,
    selector,
    namespace: read(ANNOTATION_KUBERNETES_NAMESPACE),
    cluster: read(ANNOTATION_KUBERNETES_CLUSTER),
    workloads: workloads.claims,
    policies: policies.claims,
    ...ownersOf(entity),
    systemRef: relatedRef(entity, RELATION_PART_OF, 'system', 'system'),
    problems,
    ...pipelines,
  };
}

/** Relations come from the catalog's processors, which can make owners of more than `spec.owner`. */
function ownersOf(
  entity: Entity,
): Pick<EntityClaim, 'ownerRef' | 'coOwnerRefs'> {
  const ownerRef = relatedRef(entity, RELATION_OWNED_BY, 'owner', 'group');
  const others = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef)
    .filter(ref => ref !== ownerRef);
  const coOwnerRefs = [...new Set(others)].sort();
  return { ownerRef, ...(coOwnerRefs.length > 0 && { coOwnerRefs }) };
}

function relatedRef(
  entity: Entity,
  relation: string,
  field: string,
  defaultKind: string,
): string | undefined {
  const related = entity.relations?.find(
    item =>
      item.type === relation &&
      (field === 'owner' || item.targetRef.startsWith(`${defaultKind}:`)),
  );
  if (related) {
    return related.targetRef;
  }
  const value = entity.spec?.[field];
  if (typeof value !== 'string') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(value, {
        defaultKind,
        defaultNamespace: entity.metadata.namespace,
      }),
    );
  } catch {
    // The catalog checks this field for some kinds only; one entity must not end the matching of all others.
    return undefined;
  }
}
