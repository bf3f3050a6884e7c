import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  ClusterFact,
  DerivedPlacement,
  DeriveInput,
  FleetFacet,
  ObserveContext,
  PlacementFact,
  PolicyFact,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { BindingInput, deriveBinding } from './derive/deriveBinding';
import { explainLoss } from './explainLoss';
import { explainUnplaced } from './explainUnplaced';
import { BindingNative } from './native/BindingNative';
import { PolicyNative } from './native/PolicyNative';
import { overrideLanes } from './observe/fixedLanes';
import { observe, ObserveOptions } from './observe/observe';

/**
 * Clusters, templates, policies and bindings of a control plane. The native part of a fact is opaque to the core, which
 * hands back what project of this very module gave it.
 *
 * @internal
 */
export class KarmadaFleet implements FleetFacet {
  static create(options: ObserveOptions): KarmadaFleet {
    return new KarmadaFleet(options);
  }

  /** Raise it with every change of project or derive: without that, what is stored keeps the states of the old rules. */
  readonly version = '13';

  readonly overrideLanes = overrideLanes;

  /** Karmada binds what has a namespace by a ResourceBinding, whichever kind of policy placed it. */
  readonly placementLanes = {
    namespaced: ['resourcebindings'],
    clusterScoped: ['clusterresourcebindings'],
  };

  readonly #options: ObserveOptions;

  private constructor(options: ObserveOptions) {
    this.#options = options;
  }

  async observe(context: ObserveContext): Promise<void> {
    await observe(context, this.#options);
  }

  derive(input: DeriveInput): DerivedPlacement {
    return deriveBinding(input as BindingInput);
  }

  explainUnplaced(input: {
    workload: WorkloadFact;
    policies: PolicyFact[];
  }): Sentence {
    return explainUnplaced({
      workload: input.workload,
      policies: input.policies as PolicyFact<PolicyNative>[],
    });
  }

  explainLoss(input: {
    cluster: ClusterFact;
    placement: PlacementFact;
    derived: DerivedPlacement;
  }): Sentence {
    return explainLoss({
      ...input,
      placement: input.placement as PlacementFact<BindingNative>,
    });
  }
}
