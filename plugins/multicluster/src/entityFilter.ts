import { FilterPredicate } from '@backstage/filter-predicates';
import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ANNOTATION_PIPELINES,
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

/** Annotations by which an entity finds its pipelines; those by which it finds its workloads lead to pipelines as well. @internal */
export const deliveryAnnotations = [
  ...matchingAnnotations,
  ANNOTATION_PIPELINES,
] as const;

/** Which entities have a card of workloads and a tab, as a predicate that operators may replace. @internal */
export const entityFilter: FilterPredicate = {
  $any: matchingAnnotations.map(hasAnnotation),
};

/** Which entities have a card and a tab of deliveries, as a predicate that operators may replace. @internal */
export const deliveryFilter: FilterPredicate = {
  $any: deliveryAnnotations.map(hasAnnotation),
};

function hasAnnotation(
  annotation: string,
): Record<`metadata.annotations.${string}`, { $exists: true }> {
  return { [`metadata.annotations.${annotation}` as const]: { $exists: true } };
}
