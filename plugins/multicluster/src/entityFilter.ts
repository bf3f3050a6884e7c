import { FilterPredicate } from '@backstage/filter-predicates';
import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ANNOTATION_POLICY,
  ANNOTATION_WORKLOADS,
} from '@fairway/backstage-plugin-multicluster-common';

/**
 * Annotations by which an entity finds its workloads; an entity with none of them has no card.
 *
 * @internal
 */
export const matchingAnnotations = [
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ANNOTATION_WORKLOADS,
  ANNOTATION_POLICY,
] as const;

/** Which entities have a card and a tab, as a predicate that operators may replace. @internal */
export const entityFilter: FilterPredicate = {
  $any: matchingAnnotations.map(hasAnnotation),
};

function hasAnnotation(
  annotation: string,
): Record<`metadata.annotations.${string}`, { $exists: true }> {
  return { [`metadata.annotations.${annotation}` as const]: { $exists: true } };
}
