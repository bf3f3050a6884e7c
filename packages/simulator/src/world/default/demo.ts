import type { World } from '../World';
import { duplicated, policy, workload } from '../builders';
import { canary } from './canary';
import { canaryCanary } from './canaryCanary';

const namespace = 'demo';

/** Divided over two zones and three clusters chosen by label; eu-central-2 pulls from a mirror. */
function nginx(world: World): void {
  const name = 'nginx';
  world.apply(
    workload({ name, namespace, image: 'docker.io/nginx:1.27.4', replicas: 3 }),
  );
  world.apply({
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'OverridePolicy',
    metadata: { name: 'nginx-mirror', namespace },
    spec: {
      resourceSelectors: [{ apiVersion: 'apps/v1', kind: 'Deployment', name }],
      overrideRules: [
        {
          targetCluster: { clusterNames: ['eu-central-2'] },
          overriders: {
            imageOverrider: [
              {
                component: 'Registry',
                operator: 'replace',
                value: 'mirror.example.org',
              },
            ],
          },
        },
      ],
    },
  });
  world.apply(
    policy(name, namespace, [['Deployment', name]], {
      placement: {
        clusterAffinity: { labelSelector: { matchLabels: { spread: 'web' } } },
        spreadConstraints: [
          { spreadByField: 'zone', minGroups: 2, maxGroups: 2 },
          { spreadByField: 'cluster', minGroups: 3, maxGroups: 3 },
        ],
        replicaScheduling: { replicaSchedulingType: 'Duplicated' },
      },
    }),
  );
}

/** A trap: the policy is meant to divide, but what divides stands outside `placement` and is pruned when it is stored. */
function greeter(world: World): void {
  const name = 'greeter';
  world.apply(
    workload({
      name,
      namespace,
      image: 'ghcr.io/fairway-demo/greeter:1.4.0',
      replicas: 3,
    }),
  );
  const meant = policy(name, namespace, [['Deployment', name]], {
    placement: { clusterAffinity: { clusterNames: ['member1', 'member2'] } },
  });
  const { replicaScheduling } = {
    replicaScheduling: { replicaSchedulingType: 'Divided' },
  };
  world.apply({
    ...meant,
    spec: { ...(meant.spec as object), replicaScheduling },
  });
}

/** What it needs follows it: a ConfigMap and a Secret. */
function web(world: World): void {
  const name = 'web';
  world.apply({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'web-config', namespace },
    data: { GREETING: 'hello' },
  });
  world.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'web-secret', namespace },
    stringData: { WORDS: 'not-a-real-secret' },
  });
  world.apply(
    workload({
      name,
      namespace,
      image: 'ghcr.io/fairway-demo/web:5.2.1',
      replicas: 2,
      envFrom: [
        { configMapRef: { name: 'web-config' } },
        { secretRef: { name: 'web-secret' } },
      ],
    }),
  );
  world.apply(
    policy(name, namespace, [['Deployment', name]], {
      propagateDeps: true,
      placement: duplicated('eu-central-1', 'us-east-1'),
    }),
  );
}

/** The references' stories, and two traps of theirs. */
export function demo(world: World): void {
  canary(world);
  canaryCanary(world);
  nginx(world);
  greeter(world);
  web(world);
  // On the Pull member, and on one that reports but cannot be read.
  const name = 'depot-display';
  world.apply(
    workload({ name, namespace, image: 'ghcr.io/fairway-demo/display:0.9.3' }),
  );
  world.apply(
    policy(name, namespace, [['Deployment', name]], {
      placement: duplicated('member3', 'edge-1'),
    }),
  );
}
