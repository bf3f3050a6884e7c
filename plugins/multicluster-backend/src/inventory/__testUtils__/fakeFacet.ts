import {
  PlacementSummaryState,
  TargetHealth,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedPlacement,
  DeriveInput,
} from '@fairway/backstage-plugin-multicluster-node';

interface Native {
  clusters?: Record<string, TargetHealth>;
  summary?: PlacementSummaryState;
  recheckAfterMs?: number;
  fails?: boolean;
  since?: number;
}

/** State rules simple enough to be foreseen: the fact says what to derive, overrides hide the version. */
export function fakeFacet() {
  const inputs: DeriveInput[] = [];
  return {
    /** Everything it was asked, oldest first. */
    inputs,
    derive(input: DeriveInput): DerivedPlacement {
      inputs.push(input);
      const native = input.placement.native as Native;
      if (native.fails) {
        throw new Error('this object breaks the rules');
      }
      const overridden = input.overrides.length > 0;
      const known =
        input.workload && !input.overridesUnread ? 'known' : 'unknown';
      const previously = input.previous?.recheckAt !== undefined;
      return {
        summary: {
          state: previously ? 'degraded' : native.summary ?? 'converged',
          flags: [],
        },
        ...(native.since !== undefined && { since: native.since }),
        replicas: {},
        targets: Object.entries(native.clusters ?? {}).map(
          ([cluster, health]) => ({
            cluster,
            axes: { lifecycle: 'desired', delivery: 'applied', health },
            ...(native.since !== undefined && { since: native.since }),
            replicas: { desired: 1, ready: 1 },
            versions: overridden ? [] : input.workload?.images ?? [],
            versionKnowledge: overridden ? 'overridden' : known,
          }),
        ),
        ...(native.recheckAfterMs !== undefined &&
          !previously && { recheckAt: input.now + native.recheckAfterMs }),
      };
    },
  };
}
