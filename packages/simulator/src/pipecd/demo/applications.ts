import type { World } from '../../world/World';
import type { StageSpec } from '../piped/ApplicationSpec';
import { askingScript } from '../piped/stages/ask';
import type { DemoApplication } from './DemoApplication';
import { kubernetesApplication } from './kubernetesApplication';
import { giftCards } from './giftCards';
import { memoryTarget } from './memoryTarget';

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
    kubernetesApplication({
      name: 'canary',
      namespace,
      repository: 'ghcr.io/pipe-cd/helloworld',
      description:
        'A canary of 10 %; its second workload is selected by no policy',
      spec: { pipeline: canarySteps },
    }),
    kubernetesApplication({
      name: 'canary-mended',
      namespace,
      replicas: 4,
      description:
        'The same pipeline with a policy that selects the canary too',
      spec: { pipeline: canarySteps },
    }),
    kubernetesApplication({
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
    kubernetesApplication({
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
    kubernetesApplication({
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
    kubernetesApplication({
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
    kubernetesApplication({
      name: 'returns',
      namespace,
      description: 'A run waits behind one that waits for approval',
      spec: { pipeline: [gate(['noor']), { name: 'K8S_PRIMARY_ROLLOUT' }] },
    }),
    kubernetesApplication({
      name: 'label-printer',
      namespace,
      piped: 'v1',
      replicas: 1,
      description: 'Its run stays pending, although nothing stands in its way',
      labels: says('label-printer'),
      spec: {},
    }),
    kubernetesApplication({
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
    kubernetesApplication({
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
    kubernetesApplication({
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

/** What came later: ids are given in this order, and entities name those of the others. */
function later(): DemoApplication[] {
  const namespace = 'shop';
  return [
    kubernetesApplication({
      name: 'stocktake',
      namespace,
      replicas: 1,
      description: 'Soaks for hours, and the next run waits behind it',
      spec: {
        pipeline: [
          { name: 'K8S_CANARY_ROLLOUT', percent: 100 },
          { name: 'WAIT', desc: 'Soak', duration: 6 * 3600 },
          { name: 'K8S_PRIMARY_ROLLOUT' },
          { name: 'K8S_CANARY_CLEAN' },
        ],
      },
    }),
    kubernetesApplication({
      name: 'vouchers',
      namespace,
      piped: 'v1',
      replicas: 1,
      description:
        'Its runs can be in a status that is newer than their readers',
      spec: {},
    }),
  ];
}

/** app-1 on three clusters that the piped reaches directly, one after the other. */
function chain(): DemoApplication[] {
  return ['cluster-1', 'cluster-2', 'cluster-3'].map((cluster, index) => ({
    ...kubernetesApplication({
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

const ASKS = { gate: 'release', every: 3, limit: 6 * 3600 };

/** Production asks the portal: people decide there, in any number and of any team, and may say no. */
function asking(): DemoApplication[] {
  const namespace = 'demo';
  const release: StageSpec = {
    name: 'SCRIPT_RUN',
    desc: 'Ask the portal for the release',
    script: { run: askingScript(ASKS), lines: [], asks: ASKS },
  };
  return [
    kubernetesApplication({
      name: 'payouts',
      namespace,
      replicas: 4,
      description: 'Two people let it into production, in the portal',
      spec: { pipeline: [release, { name: 'K8S_PRIMARY_ROLLOUT' }] },
    }),
    kubernetesApplication({
      name: 'refunds',
      namespace,
      piped: 'v1',
      replicas: 2,
      description: 'The same with the other kind of piped',
      spec: { pipeline: [release, { name: 'K8S_PRIMARY_ROLLOUT' }] },
    }),
    kubernetesApplication({
      name: 'settlements',
      namespace,
      replicas: 2,
      description: 'One person lets it into production, once the freeze ends',
      spec: {
        pipeline: [
          { ...release, desc: 'Release into production' },
          { name: 'K8S_PRIMARY_ROLLOUT' },
        ],
      },
    }),
  ];
}

/** The applications of the demo, which deploy into a world. */
export function applications(world: World): DemoApplication[] {
  return [
    ...references(),
    ...shop(),
    ...chain(),
    ...later(),
    ...giftCards(world),
    ...asking(),
  ];
}
