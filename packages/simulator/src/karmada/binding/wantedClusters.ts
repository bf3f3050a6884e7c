import type { Binding, TargetCluster } from '../model/Binding';

/** Whether a purge mode takes the old copy away at once; 1.18 still reads the older words. */
export function purgesAtOnce(purgeMode: string | undefined): boolean {
  return purgeMode === 'Directly' || purgeMode === 'Immediately';
}

/**
 * The clusters that keep a copy: what is scheduled, what parents require, and what is evicted gracefully. Own clusters
 * win over those of parents.
 */
export function wantedClusters({ spec }: Binding): TargetCluster[] {
  const wanted = new Map<string, TargetCluster>();
  const evicting = (spec.gracefulEvictionTasks ?? [])
    .filter(({ purgeMode }) => !purgesAtOnce(purgeMode))
    .map(({ fromCluster, replicas }) => ({ name: fromCluster, replicas }));
  const required = (spec.requiredBy ?? []).flatMap(
    ({ clusters }) => clusters ?? [],
  );
  for (const target of [...(spec.clusters ?? []), ...required, ...evicting]) {
    if (!wanted.has(target.name)) {
      wanted.set(target.name, target);
    }
  }
  return [...wanted.values()];
}
