import { EntityScope } from './selectEntityScope';

/**
 * Those of a workload's targets that its entities in the scope have: all of them unless every one names a cluster.
 *
 * @param workloadRefs - entities that the workload belongs to, those outside of the scope included
 */
export function targetsInScope<
  T extends { cluster: { controlPlane: string; name: string } },
>(targets: T[], workloadRefs: string[], scope: EntityScope | undefined): T[] {
  if (!scope || scope.clusterOf.size === 0) {
    return targets;
  }
  const wanted = new Set(scope.entityRefs);
  const names = workloadRefs
    .filter(ref => wanted.has(ref))
    .map(ref => scope.clusterOf.get(ref));
  return targets.filter(({ cluster }) =>
    names.some(name =>
      [undefined, cluster.name, cluster.controlPlane].includes(name),
    ),
  );
}
