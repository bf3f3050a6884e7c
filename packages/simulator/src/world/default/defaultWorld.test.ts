import type { Binding } from '../../karmada/model/Binding';
import type { Cluster } from '../../karmada/model/Cluster';
import { karmadaTypes } from '../../karmada/types/karmadaTypes';
import { kubernetesTypes } from '../../karmada/types/kubernetesTypes';
import { buildWorld } from '../buildWorld';
import type { World } from '../World';

let world: World;

beforeAll(() => {
  world = buildWorld({});
}, 60_000);

function binding(name: string, namespace = 'shop'): Binding {
  return world.karmada.store.get(
    karmadaTypes.ResourceBinding,
    namespace,
    name,
  ) as Binding;
}

function scheduled(name: string, namespace?: string): string | undefined {
  const { status } = binding(name, namespace);
  const condition = status?.conditions?.find(
    ({ type }) => type === 'Scheduled',
  );
  return condition && `${condition.status}/${condition.reason}`;
}

function item(name: string, cluster: string, namespace?: string) {
  const { status } = binding(name, namespace);
  return status?.aggregatedStatus?.find(
    ({ clusterName }) => clusterName === cluster,
  );
}

describe('the default world', () => {
  it('is built without a single error of a controller', () => {
    expect(world.karmada.errors).toEqual([]);
  });

  it('stands in the present', () => {
    expect(Math.abs(Date.now() - world.clock.now())).toBeLessThan(60_000);
  });

  it('divides the canary one to one and runs the version of the references', () => {
    expect(binding('canary-deployment', 'demo').spec.clusters).toEqual([
      { name: 'member1', replicas: 1 },
      { name: 'member2', replicas: 1 },
    ]);
    expect(item('canary-deployment', 'member1', 'demo')?.health).toBe(
      'Healthy',
    );
  });

  it('places canary-canary nowhere', () => {
    const { store } = world.karmada;
    expect(
      store.get(kubernetesTypes.Deployment, 'demo', 'canary-canary'),
    ).toBeDefined();
    expect(binding('canary-canary-deployment', 'demo')).toBeUndefined();
  });

  it('stored the policy of the greeter without what stood outside placement: three copies on each of two clusters', () => {
    const policy = world.karmada.store.get(
      karmadaTypes.PropagationPolicy,
      'demo',
      'greeter',
    );
    expect(policy?.spec).not.toHaveProperty('replicaScheduling');
    expect(binding('greeter-deployment', 'demo').spec.clusters).toEqual([
      { name: 'member1', replicas: 3 },
      { name: 'member2', replicas: 3 },
    ]);
  });

  it('spreads nginx over three clusters in two zones', () => {
    const names = binding('nginx-deployment', 'demo').spec.clusters!.map(
      ({ name }) => name,
    );
    const zones = names.flatMap(name => {
      const cluster = world.karmada.store.get(karmadaTypes.Cluster, '', name);
      return (cluster as Cluster).spec.zones!;
    });
    expect(names).toHaveLength(3);
    expect(new Set(zones).size).toBe(2);
  });

  it.each([
    ['batch-pricing-deployment', 'False/Unschedulable', 0],
    ['recommender-deployment', 'False/NoClusterFit', 0],
    ['maps-deployment', 'False/SchedulerError', 0],
    ['promo-deployment', undefined, 0],
    ['video-deployment', 'False/Unschedulable', 2],
    ['orders-deployment', 'True/Success', 4],
  ])('schedules %s: %s, %d clusters', (name, condition, clusters) => {
    expect(scheduled(name)).toBe(condition);
    expect(binding(name).spec.clusters ?? []).toHaveLength(clusters);
  });

  it('withdrew the recommender from the only cluster that fitted', () => {
    const { status } = binding('recommender-deployment');
    expect(status?.lastScheduledTime).toBeDefined();
    const { store } = world.karmada.members.get('eu-central-3')!;
    expect(
      store.get(kubernetesTypes.Deployment, 'shop', 'recommender'),
    ).toBeUndefined();
  });

  it('keeps the old copies where a quota refuses more', () => {
    const name = 'ledger-export-deployment';
    expect(scheduled(name, 'finance')).toBe('False/QuotaExceeded');
    expect(binding(name, 'finance').spec.clusters).toEqual([
      { name: 'eu-central-1', replicas: 3 },
      { name: 'eu-central-2', replicas: 3 },
    ]);
  });

  it('holds the checkout with a newer version waiting, and everything green', () => {
    const { spec, status } = binding('checkout-deployment');
    expect(spec.suspension).toEqual({ dispatching: true });
    expect(status?.conditions?.map(({ status: value }) => value)).toEqual([
      'True',
      'True',
    ]);
    const template = world.karmada.store.get(
      kubernetesTypes.Deployment,
      'shop',
      'checkout',
    );
    const reported = item('checkout-deployment', 'member1')?.status;
    expect(reported?.resourceTemplateGeneration).toBeLessThan(
      template!.metadata.generation!,
    );
  });

  it('has an orphan, whose later edit reached nobody', () => {
    const { labels = {} } = binding('loyalty-deployment').metadata;
    expect(Object.keys(labels)).toEqual([
      'resourcebinding.karmada.io/permanent-id',
    ]);
    const member = world.karmada.members.get('member2')!;
    const running = member.store.get(
      kubernetesTypes.Deployment,
      'shop',
      'loyalty',
    );
    expect(JSON.stringify(running)).toContain('loyalty:1.1.0');
  });

  it.each([
    ['catalog-api-deployment', 'member2', { health: 'Unknown' }],
    ['gateway-service', 'member1', { applied: true, health: 'Unhealthy' }],
    ['import-job', 'us-east-1', { applied: true, health: 'Healthy' }],
    [
      'audit-log-deployment',
      'ap-south-1',
      { applied: true, health: 'Unknown' },
    ],
    ['beacon-deployment', 'edge-2', { health: 'Unknown' }],
    ['warehouse-deployment', 'ap-south-1', { health: 'Healthy' }],
    ['sessions-deployment', 'ap-south-1', { health: 'Healthy' }],
  ])('reports of %s on %s: %j', (name, cluster, expected) => {
    expect(item(name, cluster)).toMatchObject(expected);
  });

  it('says why the conflict is one', () => {
    expect(item('catalog-api-deployment', 'member2')?.appliedMessage).toMatch(
      /already exists in the cluster member2/,
    );
  });

  it('has an eviction that waits for its replacement, one that waits for a person, and a target that only lingers', () => {
    expect(binding('cart-deployment').spec.gracefulEvictionTasks).toEqual([
      expect.objectContaining({
        fromCluster: 'us-east-2',
        purgeMode: 'Gracefully',
      }),
    ]);
    expect(binding('ledger-deployment').spec.gracefulEvictionTasks).toEqual([
      expect.objectContaining({ purgeMode: 'Never', suppressDeletion: true }),
    ]);
    const { spec } = binding('sessions-deployment');
    expect(spec.clusters?.map(({ name }) => name)).toEqual(['eu-central-2']);
    expect(spec.gracefulEvictionTasks).toBeUndefined();
  });

  it('runs the notifier on its second choice', () => {
    const { status, spec } = binding('notifier-deployment');
    expect(status?.schedulerObservingAffinityName).toBe('backup');
    expect(spec.clusters?.map(({ name }) => name)).toEqual(['us-east-1']);
  });

  it('takes ConfigMap and Secret along without scheduling them', () => {
    for (const name of ['web-config-configmap', 'web-secret-secret']) {
      const { spec, status } = binding(name, 'demo');
      expect(spec.requiredBy?.map(required => required.name)).toEqual([
        'web-deployment',
      ]);
      expect(status?.conditions?.map(({ type }) => type)).toEqual([
        'FullyApplied',
      ]);
    }
  });

  it.each([
    ['ap-south-1', 'False', ['outage', 'cluster.karmada.io/not-ready']],
    ['edge-2', 'Unknown', ['cluster.karmada.io/unreachable']],
    ['us-east-2', 'True', ['cluster.karmada.io/unschedulable']],
    ['edge-1', 'True', []],
    ['member1', 'True', []],
  ])(
    'has a cluster %s with Ready=%s and the taints %j',
    (name, ready, keys) => {
      const cluster = world.karmada.store.get(
        karmadaTypes.Cluster,
        '',
        name,
      ) as Cluster;
      const condition = cluster.status?.conditions?.find(
        ({ type }) => type === 'Ready',
      );
      expect(condition?.status).toBe(ready);
      expect((cluster.spec.taints ?? []).map(({ key }) => key)).toEqual(keys);
    },
  );
});
