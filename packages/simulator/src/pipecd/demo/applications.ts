import type { KubeObject } from '../../apiserver/ObjectStore';
import { workload } from '../../world/builders';
import type { ApplicationSpec, StageSpec } from '../piped/ApplicationSpec';
import type { Commit } from '../model/messages';
import type { NewApplication } from '../PipecdWorld';
import { memoryTarget } from './memoryTarget';
import { versionOf } from './versionOf';

/** An application of the demo with the namespace that its manifests name. */
export interface DemoApplication extends NewApplication {
  namespace: string;
  replicas: number;
}

interface Given {
  name: string;
  namespace: string;
  piped?: 'v0' | 'v1';
  replicas?: number;
  repository?: string;
  description: string;
  labels?: Record<string, string>;
  spec: ApplicationSpec;
}

function service(name: string, namespace: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: {
      selector: { app: name },
      ports: [{ port: 9085, targetPort: 9085 }],
    },
  };
}

/** An application whose repository holds a Deployment of its name, its image tag being the version that a commit names. */
function kubernetes(given: Given): DemoApplication {
  const { name, namespace, replicas = 2, piped = 'v0', spec } = given;
  const repository =
    given.repository ?? `registry.example.org/${namespace}/${name}`;
  const image = (commit: Commit) => `${repository}:${versionOf(commit)}`;
  const withService = name === 'canary';
  return {
    name,
    namespace,
    replicas,
    piped,
    description: given.description,
    provider: piped === 'v0' ? 'kubernetes-default' : 'karmada',
    labels: {
      team: namespace === 'demo' ? 'team-canary' : 'team-orders',
      env: 'production',
      ...given.labels,
    },
    spec: {
      image,
      manifests: commit => [
        workload({ name, namespace, image: image(commit), replicas }),
        ...(withService ? [service(name, namespace)] : []),
      ],
      ...spec,
    },
  };
}

const canarySteps: StageSpec[] = [
  { name: 'K8S_CANARY_ROLLOUT', percent: 10 },
  { name: 'WAIT', duration: 10 },
  { name: 'K8S_PRIMARY_ROLLOUT' },
  { name: 'K8S_CANARY_CLEAN' },
];

function gate(approvers: string[], more: Partial<StageSpec> = {}): StageSpec {
  return { name: 'WAIT_APPROVAL', approvers, ...more };
}

const migrate: StageSpec = {
  name: 'SCRIPT_RUN',
  desc: 'Migrate the schema',
  script: {
    run: './migrate.sh --wait',
    lines: [
      [0, 'connecting to the database'],
      [2, 'applied 0042_add_discounts'],
      [4, 'applied 0043_index_discounts'],
      [5, 'schema is at version 43'],
    ],
    seconds: 6,
  },
  onRollback: {
    run: './migrate.sh --down',
    lines: [[0, 'schema is at version 41']],
    seconds: 2,
  },
};

/** Where no workload tells whose a pipeline is, the pipeline does. */
function says(entity: string): Record<string, string> {
  return { 'backstage.io/kubernetes-id': entity };
}

/** What the references show, each exactly as there. */
function references(): DemoApplication[] {
  const namespace = 'demo';
  return [
    kubernetes({
      name: 'canary',
      namespace,
      repository: 'ghcr.io/pipe-cd/helloworld',
      description:
        'A canary of 10 %; its second workload is selected by no policy',
      spec: { pipeline: canarySteps },
    }),
    kubernetes({
      name: 'canary-mended',
      namespace,
      replicas: 4,
      description:
        'The same pipeline with a policy that selects the canary too',
      spec: { pipeline: canarySteps },
    }),
    kubernetes({
      name: 'wait-approval',
      namespace,
      description: 'One listed approver',
      spec: {
        pipeline: [
          { name: 'K8S_CANARY_ROLLOUT', percent: 10 },
          gate(['olivia']),
          { name: 'K8S_PRIMARY_ROLLOUT' },
          { name: 'K8S_CANARY_CLEAN' },
        ],
      },
    }),
    kubernetes({
      name: 'analysis-with-baseline',
      namespace,
      replicas: 4,
      description: 'Compares a canary with a baseline before anybody is asked',
      spec: {
        pipeline: [
          { name: 'K8S_BASELINE_ROLLOUT', percent: 20 },
          { name: 'K8S_CANARY_ROLLOUT', percent: 20 },
          { name: 'ANALYSIS', duration: 30 },
          { name: 'K8S_CANARY_CLEAN' },
          { name: 'K8S_BASELINE_CLEAN' },
          gate(['olivia', 'paul'], { timeout: 3600 }),
          { name: 'K8S_PRIMARY_ROLLOUT' },
        ],
      },
    }),
  ];
}

/** What can happen to a run, one service each. */
function shop(): DemoApplication[] {
  const namespace = 'shop';
  return [
    kubernetes({
      name: 'basket',
      namespace,
      replicas: 3,
      description: 'Two of three have to approve',
      spec: {
        pipeline: [
          migrate,
          gate(['noor', 'olivia', 'paul'], {
            minApproverNum: 2,
            desc: 'Release gate',
          }),
          { name: 'K8S_PRIMARY_ROLLOUT' },
        ],
      },
    }),
    kubernetes({
      name: 'invoices',
      namespace,
      description: 'Its analysis takes bad versions back',
      spec: {
        pipeline: [
          { name: 'K8S_CANARY_ROLLOUT', percent: 50 },
          { name: 'ANALYSIS', duration: 20 },
          { name: 'K8S_PRIMARY_ROLLOUT' },
          { name: 'K8S_CANARY_CLEAN' },
        ],
      },
    }),
    kubernetes({
      name: 'returns',
      namespace,
      description: 'A run waits behind one that waits for approval',
      spec: { pipeline: [gate(['noor']), { name: 'K8S_PRIMARY_ROLLOUT' }] },
    }),
    kubernetes({
      name: 'label-printer',
      namespace,
      replicas: 1,
      description: 'Its run stays pending, although nothing stands in its way',
      labels: says('label-printer'),
      spec: {},
    }),
    kubernetes({
      name: 'shipping',
      namespace,
      piped: 'v1',
      description: 'Nobody came to its gate in time',
      spec: {
        pipeline: [
          { name: 'K8S_CANARY_ROLLOUT', percent: 50 },
          gate(['noor'], { timeout: 60 }),
          { name: 'K8S_PRIMARY_ROLLOUT' },
          { name: 'K8S_CANARY_CLEAN' },
        ],
      },
    }),
    kubernetes({
      name: 'tracking',
      namespace,
      piped: 'v1',
      description: 'Its gate was lost when the piped was upgraded',
      spec: {
        pipeline: [
          migrate,
          gate(['noor', 'paul'], { minApproverNum: 2 }),
          { name: 'K8S_PRIMARY_ROLLOUT' },
        ],
      },
    }),
    kubernetes({
      name: 'tariffs',
      namespace,
      piped: 'v1',
      replicas: 1,
      description: 'A gate without approvers cannot be planned',
      labels: says('tariffs'),
      spec: {
        alwaysUsePipeline: true,
        pipeline: [gate([]), { name: 'K8S_PRIMARY_ROLLOUT' }],
      },
    }),
  ];
}

/** app-1 on three clusters that the piped reaches directly, one after the other. */
function chain(): DemoApplication[] {
  return ['cluster-1', 'cluster-2', 'cluster-3'].map((cluster, index) => ({
    ...kubernetes({
      name: `app-1-${cluster}`,
      namespace: 'app-1',
      piped: 'v1',
      description: `app-1 on ${cluster}`,
      labels: { app: 'app-1', cluster, team: 'team-canary', ...says('app-1') },
      repository: 'ghcr.io/pipe-cd/helloworld',
      spec: {
        target: memoryTarget(cluster),
        ...(index === 0 && { chain: ['app-1-cluster-2', 'app-1-cluster-3'] }),
      },
    }),
    provider: cluster,
  }));
}

/** The applications of the demo. */
export function applications(): DemoApplication[] {
  return [...references(), ...shop(), ...chain()];
}
