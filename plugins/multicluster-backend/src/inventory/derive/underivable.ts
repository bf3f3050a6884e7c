import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedPlacement,
  PlacementFact,
} from '@fairway/backstage-plugin-multicluster-node';

/**
 * What is said of a placement whose rules failed: that nothing is known of it now. Its clusters are those of before; what
 * was said of them may be long past, so that a copy that was healthy then must not look healthy now.
 */
export function underivable(
  { dependency }: Pick<PlacementFact, 'dependency'>,
  previous: DerivedPlacement | undefined,
): DerivedPlacement {
  return {
    replicas: {},
    targets: (previous?.targets ?? []).map(({ cluster, memory }) => ({
      cluster,
      axes: { lifecycle: 'desired', delivery: 'applied', health: 'unknown' },
      reason: 'Underivable',
      replicas: {},
      versions: [],
      versionKnowledge: 'unknown',
      ...(memory && { memory }),
    })),
    summary: {
      state: 'degraded',
      flags: dependency ? ['dependency'] : [],
      reason: 'Underivable',
      sentence: sentence('inventory.underivable'),
    },
  };
}
