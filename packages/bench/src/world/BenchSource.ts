import {
  sentence,
  TargetAxes,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DeliverySource,
  DerivedPlacement,
  DeriveInput,
  FleetFacet,
  FleetFact,
  ObserveContext,
  workloadKey,
} from '@fairway/backstage-plugin-multicluster-node';

const healthy: TargetAxes = {
  lifecycle: 'desired',
  delivery: 'applied',
  health: 'healthy',
};

/** What the source states. */
export interface BenchSourceOptions {
  clusters: number;
  /** Deployments, each placed on every cluster, labelled as those of this entity. */
  workloads: number;
  kubernetesId: string;
  /** Name of a cluster that does not answer. */
  hung?: string;
}

/** Name of the nth cluster. */
export function clusterName(n: number): string {
  return `cluster-${n}`;
}

class BenchFleet implements FleetFacet {
  readonly #options: BenchSourceOptions;

  constructor(options: BenchSourceOptions) {
    this.#options = options;
  }

  async observe({ sink, report, signal }: ObserveContext): Promise<void> {
    for (const [lane, facts] of Object.entries(this.#facts())) {
      report.declare(lane, { subject: lane });
      const sweep = await sink.beginSweep(lane);
      await sweep.page(facts);
      await sweep.complete('1');
      report.contact(lane);
    }
    const heartbeat = setInterval(() => {
      for (const lane of Object.keys(this.#facts())) {
        report.contact(lane);
      }
    }, 5000);
    await new Promise<void>(resolve =>
      signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    clearInterval(heartbeat);
  }

  derive({ placement }: DeriveInput): DerivedPlacement {
    const { clusters } = this.#options;
    return {
      summary: { state: 'converged', flags: [] },
      replicas: { desired: 2 * clusters, ready: 2 * clusters },
      targets: Array.from({ length: clusters }, (_, n) => ({
        cluster: clusterName(n),
        axes: healthy,
        replicas: { desired: 2, ready: 2, updated: 2, available: 2 },
        versions: [
          {
            container: 'app',
            image: `registry.example/${placement.workload.name}:v1`,
            version: 'v1',
          },
        ],
        versionKnowledge: 'known',
      })),
    };
  }

  explainUnplaced() {
    return sentence('bench.unplaced');
  }

  explainLoss() {
    return sentence('bench.loss');
  }

  #facts(): Record<string, FleetFact[]> {
    const { clusters, workloads, kubernetesId, hung } = this.#options;
    const names = Array.from({ length: workloads }, (_, n) => ({
      group: 'apps',
      version: 'v1',
      kind: 'Deployment',
      namespace: 'bench',
      name: `bench-${n}`,
      uid: `uid-${n}`,
    }));
    return {
      clusters: Array.from({ length: clusters }, (_, n) => ({
        type: 'cluster' as const,
        key: clusterName(n),
        name: clusterName(n),
        state:
          clusterName(n) === hung
            ? ('unreachable' as const)
            : ('ready' as const),
        region: `region-${n % 5}`,
        zones: [],
        labels: {},
        taints: [],
      })),
      deployments: names.map(name => ({
        type: 'workload' as const,
        key: workloadKey(name),
        ...name,
        generation: 1,
        labels: { 'backstage.io/kubernetes-id': kubernetesId },
        images: [
          {
            container: 'app',
            image: `registry.example/${name.name}:v1`,
            version: 'v1',
          },
        ],
        imagesKnown: true,
        replicas: 2,
        deleting: false,
      })),
      bindings: names.map(name => ({
        type: 'placement' as const,
        key: `${name.namespace}/${name.name}-deployment`,
        workloadKey: workloadKey(name),
        workload: name,
        dependency: false,
        native: {},
      })),
    };
  }
}

/** A source that places a few Deployments on every one of its clusters and then keeps still. */
export function createBenchSource(options: BenchSourceOptions): DeliverySource {
  return { id: 'bench', type: 'bench', fleet: new BenchFleet(options) };
}
