import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ClusterFact,
  DerivedPlacement,
  DeriveInput,
  FleetFacet,
  ObserveContext,
} from '@fairway/backstage-plugin-multicluster-node';
import { derivePlacement, WorkloadInput } from './derive/derivePlacement';
import { observe, ObserveOptions } from './observe/observe';
import { workloadLanes } from './observe/workloadLanes';

/** Raise it with every change of project or derive: without that, what is stored keeps the states of the old rules. */
const RULES = '4';

/**
 * One cluster and its workloads. Each of them is placed where it is read.
 *
 * @internal
 */
export class KubernetesFleet implements FleetFacet {
  static create(options: ObserveOptions): KubernetesFleet {
    return new KubernetesFleet(options);
  }

  readonly version = RULES;
  readonly placementLanes: FleetFacet['placementLanes'];
  readonly #options: ObserveOptions;

  private constructor(options: ObserveOptions) {
    this.#options = options;
    this.placementLanes = {
      namespaced: workloadLanes(options.settings.namespaces).map(
        ({ lane }) => lane,
      ),
      clusterScoped: [],
    };
  }

  async observe(context: ObserveContext): Promise<void> {
    await observe(context, this.#options);
  }

  derive(input: DeriveInput): DerivedPlacement {
    return derivePlacement(input as WorkloadInput);
  }

  /** A workload and where it is come in one piece; this is only ever said of one that is being written. */
  explainUnplaced(): Sentence {
    return sentence('placement.unplaced.alone');
  }

  explainLoss({ cluster }: { cluster: ClusterFact }): Sentence {
    return sentence('placement.loss.alone', { cluster: cluster.name });
  }
}
