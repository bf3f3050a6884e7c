import type { World } from '../World';
import { duplicated, policy, workload } from '../builders';

const namespace = 'foundation';
const prod = {
  clusterAffinity: { labelSelector: { matchLabels: { tier: 'prod' } } },
  clusterTolerations: [{ key: 'outage', operator: 'Exists' as const }],
};

/** Templates that name no entity: one is named by its entity, of the other the policy is. */
function tools(world: World): void {
  for (const name of ['toolbox', 'audit-trail']) {
    world.apply(
      workload({
        name,
        namespace,
        entity: false,
        image: `ghcr.io/fairway-demo/${name}:1.0.0`,
      }),
    );
  }
  world.apply(
    policy('tools', namespace, [['Deployment', 'toolbox']], {
      placement: duplicated('eu-central-1'),
    }),
  );
  world.apply(
    policy('trails', namespace, [['Deployment', 'audit-trail']], {
      placement: duplicated('us-east-1', 'eu-central-2'),
    }),
  );
}

/** What the platform team runs everywhere: kinds without replicas, without a health model, and cluster-scoped ones. */
export function foundation(world: World): void {
  world.apply(
    workload({
      name: 'node-agent',
      namespace,
      kind: 'DaemonSet',
      image: 'ghcr.io/fairway-demo/node-agent:2.0.7',
    }),
  );
  world.apply({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'platform-settings',
      namespace,
      labels: { 'backstage.io/kubernetes-id': 'platform-settings' },
    },
    data: { REGION_POLICY: 'strict' },
  });
  world.apply(
    policy(
      'everywhere',
      namespace,
      [
        ['DaemonSet', 'node-agent'],
        ['ConfigMap', 'platform-settings'],
      ],
      { placement: prod },
    ),
  );
  world.apply({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'system:ctl:tom' },
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }],
  });
  world.apply(
    policy('tom', undefined, [['ClusterRole', 'system:ctl:tom']], {
      placement: duplicated('member1', 'member2'),
    }),
  );
  tools(world);
}
