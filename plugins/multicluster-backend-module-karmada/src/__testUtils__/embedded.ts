import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  eventually,
  MemoryFleetSink,
  recordingLaneReporter,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { Simulator, startSimulator } from '@fairway/simulator';
import { KarmadaSource } from '../KarmadaSource';
import { createSource } from './createSource';

const deployment = (name: string, annotations?: Record<string, string>) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'demo', ...(annotations && { annotations }) },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'app', image: `example.org/${name}:1` }] },
    },
  },
});

const objects = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'demo' } },
  deployment('canary', {
    'pipecd.dev/application': 'app-of-canary',
    'kubectl.kubernetes.io/last-applied-configuration': 'canary-token',
  }),
  deployment('canary-canary'),
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'settings', namespace: 'demo' },
    data: { color: 'blue' },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'password',
      namespace: 'demo',
      annotations: { note: 'canary-token-in-an-annotation' },
    },
    stringData: { word: 'canary-token-in-a-secret' },
  },
  {
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'PropagationPolicy',
    metadata: { name: 'canary', namespace: 'demo' },
    spec: {
      resourceSelectors: [
        { apiVersion: 'apps/v1', kind: 'Deployment', name: 'canary' },
        { apiVersion: 'apps/v1', kind: 'Deployment', name: 'canary-canary' },
        { apiVersion: 'v1', kind: 'ConfigMap', name: 'settings' },
        { apiVersion: 'v1', kind: 'Secret', name: 'password' },
      ],
      placement: {
        clusterAffinity: { clusterNames: ['member1', 'member2'] },
        replicaScheduling: {
          replicaSchedulingType: 'Divided',
          replicaDivisionPreference: 'Weighted',
        },
      },
    },
  },
];

/** The embedded world with its two workloads placed, and a source on it with all of its credentials. */
export class Embedded {
  static async start(): Promise<Embedded> {
    const simulator = await startSimulator({ world: 'empty' });
    const { world } = simulator;
    for (const object of objects) {
      world.apply(structuredClone(object));
    }
    return new Embedded(simulator);
  }

  readonly #stops: Array<() => Promise<void>> = [];

  private constructor(readonly simulator: Simulator) {}

  /** The credential of a lane, as configuration. */
  credential(context: string): JsonObject {
    return { kubeconfig: { file: this.simulator.kubeconfigPath, context } };
  }

  source(entry: JsonObject = {}): KarmadaSource {
    return createSource({
      ...this.credential('karmada'),
      credentials: {
        logs: this.credential('karmada-logs'),
        works: this.credential('karmada-works'),
      },
      ...entry,
    });
  }

  observe(source: Pick<KarmadaSource, 'fleet'>) {
    const sink = MemoryFleetSink.create();
    const report = recordingLaneReporter();
    const stop = new AbortController();
    const logger = mockServices.logger.mock();
    const { signal } = stop;
    const done = source.fleet.observe({
      signal,
      logger,
      sink,
      report,
      now: Date.now,
    });
    const end = async () => {
      stop.abort();
      await done;
    };
    this.#stops.push(end);
    return { sink, report, logger, end };
  }

  async placed(sink: MemoryFleetSink, name = 'canary') {
    return await eventually(() =>
      sink
        .facts('placement')
        .find(
          ({ workload, native }) =>
            workload.name === name &&
            workload.kind === 'Deployment' &&
            JSON.stringify(native).includes('"v":1'),
        ),
    );
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) {
      await stop();
    }
    await this.simulator.close();
  }
}
