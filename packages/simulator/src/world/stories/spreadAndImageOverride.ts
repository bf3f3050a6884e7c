import type { World } from '../World';
import { policy, workload } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** Three replicas in each of two regions; member2 pulls from a mirror. */
export function nginx(world: World): void {
  world.apply(
    workload({
      name: 'nginx',
      namespace: 'demo',
      image: 'nginx:1.27.0',
      replicas: 3,
    }),
  );
  world.apply({
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'OverridePolicy',
    metadata: { name: 'nginx-m2', namespace: 'demo' },
    spec: {
      resourceSelectors: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'nginx',
          namespace: 'demo',
        },
      ],
      overrideRules: [
        {
          targetCluster: { clusterNames: ['member2'] },
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
    policy('nginx', 'demo', [['Deployment', 'nginx']], {
      placement: {
        clusterAffinity: { labelSelector: { matchLabels: { tier: 'prod' } } },
        spreadConstraints: [
          { spreadByField: 'region', minGroups: 2, maxGroups: 2 },
          { spreadByField: 'cluster', minGroups: 2, maxGroups: 2 },
        ],
      },
    }),
  );
}

/** {@inheritDoc nginx} */
export function spreadAndImageOverride(): LogEntry[] {
  const journey = Journey.create();
  journey.podsTake('member1', 9.4);
  journey.podsTake('member2', 11.8);
  journey.begin('nginx');
  nginx(journey.world);
  journey.until(15);
  return journey.end();
}
