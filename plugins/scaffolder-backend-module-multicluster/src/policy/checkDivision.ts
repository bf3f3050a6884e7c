import { ClusterAffinity, Placement } from './PropagationPolicy';

/**
 * What of a division Karmada takes and never acts on: it divides by `replicaSchedulingType` first, and reads a
 * preference only where that is Divided and weights only where the preference is Weighted.
 */
export function checkDivision(placement: Placement, at: string): string[] {
  const path = `${at}.replicaScheduling`;
  const { replicaScheduling: division, clusterAffinity } = placement;
  if (!division) {
    return [];
  }
  const {
    replicaSchedulingType: type,
    replicaDivisionPreference: preference,
    weightPreference: weights,
  } = division;
  const findings: string[] = [];
  if (type === 'Duplicated' && (preference || weights)) {
    findings.push(
      `${path}: nothing is divided where replicaSchedulingType is Duplicated`,
    );
  }
  if (preference === 'Aggregated' && weights) {
    findings.push(
      `${path}.weightPreference: weights count only where replicaDivisionPreference is Weighted`,
    );
  }
  if (weights?.dynamicWeight && weights.staticWeightList) {
    findings.push(
      `${path}.weightPreference: staticWeightList has no effect beside dynamicWeight`,
    );
  }
  for (const { targetCluster } of weights?.staticWeightList ?? []) {
    findings.push(
      ...strangers(targetCluster, clusterAffinity).map(
        name =>
          `${path}.weightPreference: ${name} has a weight but clusterAffinity keeps it out`,
      ),
    );
  }
  return findings;
}

/** Clusters a weight is for, but which the affinity keeps out. */
function strangers(
  weighed: ClusterAffinity,
  chosen: ClusterAffinity | undefined,
): string[] {
  const { clusterNames, exclude = [] } = chosen ?? {};
  return (weighed.clusterNames ?? []).filter(
    name =>
      exclude.includes(name) ||
      (clusterNames?.length && !clusterNames.includes(name)),
  );
}
