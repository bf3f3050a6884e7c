import type { KubeObject } from '../../apiserver/ObjectStore';
import { policyRank } from '../detector/selectsTemplate';
import { keys } from '../keys';
import type { Cluster } from '../model/Cluster';
import type { OverridePolicy, Overriders } from '../model/Policy';
import type { Workload } from '../model/Workload';
import { matchesCluster } from '../scheduler/matchesCluster';
import { overrideImage } from './overrideImage';
import { overridePath } from './overridePath';

interface Applied {
  policyName: string;
  overriders: Overriders;
}

function overrideImages(manifest: KubeObject, overriders: Overriders): void {
  const pod = (manifest as Partial<Workload>).spec?.template?.spec;
  for (const container of pod?.containers ?? []) {
    for (const rule of overriders.imageOverrider ?? []) {
      container.image = overrideImage(container.image, rule);
    }
  }
}

function overrideMaps(manifest: KubeObject, overriders: Overriders): void {
  for (const field of ['labels', 'annotations'] as const) {
    for (const rule of overriders[`${field}Overrider`] ?? []) {
      const map = { ...manifest.metadata[field] };
      for (const [key, value] of Object.entries(rule.value)) {
        if (rule.operator === 'remove') {
          delete map[key];
        } else if (rule.operator === 'add' || key in map) {
          map[key] = value;
        }
      }
      manifest.metadata[field] = map;
    }
  }
}

function applyOne(
  manifest: KubeObject,
  policy: OverridePolicy,
  cluster: Cluster,
): Applied[] {
  const { name, namespace } = policy.metadata;
  const selectors = policy.spec.resourceSelectors;
  if (selectors?.length && policyRank(selectors, manifest, namespace) === 0) {
    return [];
  }
  return (policy.spec.overrideRules ?? [])
    .filter(rule => matchesCluster(rule.targetCluster, cluster))
    .map(({ overriders }) => {
      overrideImages(manifest, overriders);
      overrideMaps(manifest, overriders);
      for (const rule of overriders.plaintext ?? []) {
        overridePath(manifest, rule);
      }
      return { policyName: name, overriders };
    });
}

/**
 * Changes a cluster's manifest as the override policies say, cluster-wide ones first, and returns the annotations of the
 * Work that prove it.
 */
export function applyOverrides(
  manifest: KubeObject,
  cluster: Cluster,
  policies: { clusterWide: OverridePolicy[]; namespaced: OverridePolicy[] },
): Record<string, string> {
  const run = (list: OverridePolicy[]) =>
    list.flatMap(policy => applyOne(manifest, policy, cluster));
  const clusterWide = run(policies.clusterWide);
  const namespaced = run(policies.namespaced);
  return {
    ...(clusterWide.length && {
      [keys.appliedClusterOverrides]: JSON.stringify(clusterWide),
    }),
    ...(namespaced.length && {
      [keys.appliedOverrides]: JSON.stringify(namespaced),
    }),
  };
}
