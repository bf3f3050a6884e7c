import type { KubeObject } from '../../apiserver/ObjectStore';
import { matchesLabels } from '../model/matchesLabels';
import type { ResourceSelector } from '../model/Policy';

/**
 * How specifically a selector means an object: 0 not at all, 1 by kind, 2 by labels, 3 by name. The more specific of two
 * policies of one priority wins (pkg/util/selector.go).
 */
export function selectorRank(
  selector: ResourceSelector,
  template: KubeObject,
  policyNamespace: string | undefined,
): 0 | 1 | 2 | 3 {
  const namespace = selector.namespace ?? policyNamespace;
  const { metadata } = template;
  if (
    selector.apiVersion !== template.apiVersion ||
    selector.kind !== template.kind ||
    (namespace && namespace !== metadata.namespace)
  ) {
    return 0;
  }
  if (selector.name) {
    return selector.name === metadata.name ? 3 : 0;
  }
  if (selector.labelSelector) {
    return matchesLabels(selector.labelSelector, metadata.labels) ? 2 : 0;
  }
  return 1;
}

/** The best rank that any selector of a policy gives an object. */
export function policyRank(
  selectors: ResourceSelector[] | undefined,
  template: KubeObject,
  policyNamespace: string | undefined,
): number {
  return Math.max(
    0,
    ...(selectors ?? []).map(selector =>
      selectorRank(selector, template, policyNamespace),
    ),
  );
}
