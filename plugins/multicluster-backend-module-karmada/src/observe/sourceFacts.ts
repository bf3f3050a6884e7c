import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { ApiCatalog } from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** Features that a version, a gate or an add-on may lack, by a kind that shows them. */
const features: Array<{ group: string; kind: string; feature: string }> = [
  {
    group: 'policy.karmada.io',
    kind: 'ClusterTaintPolicy',
    feature: 'ClusterTaintPolicy',
  },
  {
    group: 'apps.karmada.io',
    kind: 'WorkloadRebalancer',
    feature: 'WorkloadRebalancer',
  },
  {
    group: 'policy.karmada.io',
    kind: 'FederatedResourceQuota',
    feature: 'FederatedResourceQuota',
  },
  {
    group: 'search.karmada.io',
    kind: 'ResourceRegistry',
    feature: 'karmada-search',
  },
];

/**
 * What a control plane says of itself. Karmada tells its own version nowhere; a server without ClusterTaintPolicy is
 * older than 1.14, the oldest that is supported.
 *
 * @internal
 */
export function sourceFacts(catalog: ApiCatalog): Sentence[] {
  const missing = features.filter(
    ({ group, kind }) =>
      !catalog.findKind({ group, kind }) && !catalog.isStale(group),
  );
  const old = missing.some(({ kind }) => kind === 'ClusterTaintPolicy');
  return [
    ...(catalog.gitVersion
      ? [sentence('source.facts.apiServer', { version: catalog.gitVersion })]
      : []),
    ...(old ? [sentence('source.facts.karmadaTooOld')] : []),
    ...missing.map(({ feature }) =>
      sentence('source.facts.missing', { feature }),
    ),
  ];
}
