import type { Placement } from '../model/Placement';

// The order of the fields in Karmada's Go structs, which is the order in the annotation.
const ORDER = [
  'clusterAffinity',
  'clusterAffinities',
  'affinityName',
  'labelSelector',
  'fieldSelector',
  'clusterNames',
  'exclude',
  'clusterTolerations',
  'spreadConstraints',
  'spreadByField',
  'spreadByLabel',
  'maxGroups',
  'minGroups',
  'replicaScheduling',
  'replicaSchedulingType',
  'replicaDivisionPreference',
  'weightPreference',
  'staticWeightList',
  'targetCluster',
  'weight',
  'dynamicWeight',
];

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(ordered);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const rank = (key: string) => (ORDER.indexOf(key) + 100) % 100;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => rank(left) - rank(right))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}

/** A placement as the applied-placement annotation holds it. */
export function placementText(placement: Placement): string {
  return JSON.stringify(ordered(placement));
}
