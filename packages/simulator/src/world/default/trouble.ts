import { Objects } from '../../control/Objects';
import { evict } from '../../karmada/eviction/evict';
import { taints } from '../../karmada/keys';
import type { Binding } from '../../karmada/model/Binding';
import { karmadaTypes } from '../../karmada/types/karmadaTypes';
import { kubernetesTypes } from '../../karmada/types/kubernetesTypes';
import { BEHAVIOUR_ANNOTATION } from '../../member/podBehaviour';
import { duplicated, workload } from '../builders';
import { kubernetesDefaults } from '../kubernetesDefaults';
import type { World } from '../World';
import { byRoom, place, SHOP } from './shop';

const DAY = 86_400;
const shopped = (name: string) => ({ namespace: SHOP, name });
const bindingOf = (name: string) => shopped(`${name}-deployment`);

/** Placed nowhere: no room, no cluster that fits any more, too few regions; and one whose scheduling somebody stopped. */
function unplaced(world: World): void {
  place(
    world,
    { name: 'batch-pricing', version: '1.0.0', replicas: 500, cpu: '2' },
    byRoom('member1', 'member2'),
  );
  // It ran on the one cluster with GPUs until these were taken out.
  const gpu = ['eu-central-3', 'accelerator'] as const;
  world.label(...gpu, 'gpu');
  place(
    world,
    { name: 'recommender', version: '0.8.0', replicas: 2 },
    {
      clusterAffinity: {
        labelSelector: { matchLabels: { accelerator: 'gpu' } },
      },
    },
  );
  world.pass(60_000);
  world.label(...gpu, undefined);
  place(
    world,
    { name: 'maps', version: '2.0.0', replicas: 2 },
    {
      clusterAffinity: { labelSelector: { matchLabels: { spread: 'web' } } },
      spreadConstraints: [
        { spreadByField: 'region', minGroups: 2, maxGroups: 2 },
        { spreadByField: 'cluster', minGroups: 2, maxGroups: 2 },
      ],
    },
  );
  place(
    world,
    { name: 'promo', version: '1.3.0', replicas: 2 },
    duplicated('member1', 'member2'),
  );
  // Before the scheduler looks at it for the first time.
  const { store } = world.karmada;
  const { namespace, name } = bindingOf('promo');
  while (!store.get(karmadaTypes.ResourceBinding, namespace, name)) {
    world.pass(1);
  }
  world.change<Binding>(
    karmadaTypes.ResourceBinding,
    bindingOf('promo'),
    draft => {
      draft.spec.suspension = { scheduling: true };
    },
  );
}

/** Placed, and a larger number is refused: the old placement stays. */
function kept(world: World): void {
  place(
    world,
    { name: 'video', version: '4.1.0', replicas: 4, cpu: '500m' },
    byRoom('eu-central-3', 'us-east-2'),
  );
  place(
    world,
    { name: 'invoices', version: '2.7.0', replicas: 2, cpu: '250m' },
    duplicated('member1', 'member2'),
  );
  world.pass(20_000);
  world.scale(shopped('video'), 400);
}

/** A quota in a namespace of its own, used up by a scale-up that it refuses. */
function quota(world: World): void {
  const namespace = 'finance';
  world.apply({
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'FederatedResourceQuota',
    metadata: { name: 'finance', namespace },
    spec: { overall: { cpu: '2', memory: '4Gi' } },
  });
  const name = 'ledger-export';
  world.apply(
    workload({
      name,
      namespace,
      image: 'registry.example.org/finance/ledger-export:1.9.2',
      replicas: 3,
      cpu: '200m',
    }),
  );
  world.apply({
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'PropagationPolicy',
    metadata: { name, namespace },
    spec: {
      resourceSelectors: [{ apiVersion: 'apps/v1', kind: 'Deployment', name }],
      placement: duplicated('eu-central-1', 'eu-central-2'),
    },
  });
  world.pass(20_000);
  world.scale({ namespace, name }, 12);
}

/** Held with a newer image waiting; and orphaned, with an edit that reaches nobody. */
function stopped(world: World): void {
  place(
    world,
    { name: 'checkout', version: '7.3.0', replicas: 2 },
    duplicated('member1', 'eu-central-1'),
  );
  place(
    world,
    { name: 'loyalty', version: '1.1.0', replicas: 2 },
    duplicated('member2', 'us-east-1'),
  );
  world.pass(30_000);
  world.hold(shopped('checkout'), { dispatching: true });
  world.remove(karmadaTypes.PropagationPolicy, shopped('loyalty'));
  world.pass(10_000);
  world.setImage(
    shopped('checkout'),
    'registry.example.org/shop/checkout:7.4.0',
  );
  world.setImage(shopped('loyalty'), 'registry.example.org/shop/loyalty:1.2.0');
}

/** Something stands there already; images that do not start; and a balancer that gives no address. */
function failing(world: World): void {
  const catalog = { name: 'catalog-api', version: '5.0.0', replicas: 2 };
  const member2 = world.karmada.members.get('member2')!;
  Objects.create(member2.store, 'kubectl').create(
    kubernetesTypes.Deployment,
    kubernetesDefaults(
      workload({
        name: catalog.name,
        namespace: SHOP,
        image: 'registry.example.org/shop/catalog-api:4.8.0',
        entity: false,
      }),
    ),
  );
  place(world, catalog, duplicated('eu-central-1', 'member2'));
  place(
    world,
    { name: 'fraud', version: '2.4.0', replicas: 4 },
    duplicated('eu-central-1', 'us-east-1'),
  );
  place(
    world,
    { name: 'gateway', version: '1.18.3', replicas: 2 },
    duplicated('member1', 'us-east-1'),
  );
  world.apply({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'gateway',
      namespace: SHOP,
      labels: { 'backstage.io/kubernetes-id': 'gateway' },
    },
    spec: {
      type: 'LoadBalancer',
      selector: { app: 'gateway' },
      ports: [{ port: 443 }],
    },
  });
  world.apply({
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'PropagationPolicy',
    metadata: { name: 'gateway-service', namespace: SHOP },
    spec: {
      resourceSelectors: [
        { apiVersion: 'v1', kind: 'Service', name: 'gateway' },
      ],
      placement: duplicated('member1', 'us-east-1'),
    },
  });
  world.pass(30_000);
  world.setImage(
    shopped('fraud'),
    'registry.example.org/shop/fraud:2.5.0-broken',
  );
}

/** Where copies had to leave us-east-2: one waits for its replacement, one for a person, one runs on its second choice. */
function evicted(world: World): void {
  const single: Parameters<typeof place>[2] = {
    clusterAffinity: { clusterNames: ['us-east-1', 'us-east-2'] },
    clusterTolerations: [],
    spreadConstraints: [
      { spreadByField: 'cluster', minGroups: 1, maxGroups: 1 },
    ],
    replicaScheduling: {
      replicaSchedulingType: 'Divided',
      replicaDivisionPreference: 'Aggregated',
    },
  };
  const elsewhere = { key: 'elsewhere', effect: 'NoSchedule' } as const;
  world.taint('us-east-1', elsewhere);
  place(world, { name: 'cart', version: '6.0.1', replicas: 3 }, single);
  place(world, { name: 'ledger', version: '3.0.0', replicas: 2 }, single, {
    failover: { cluster: { purgeMode: 'Never' } },
  });
  place(
    world,
    { name: 'notifier', version: '1.7.0', replicas: 2 },
    {
      clusterAffinities: [
        { affinityName: 'primary', clusterNames: ['us-east-2'] },
        { affinityName: 'backup', clusterNames: ['us-east-1'] },
      ],
    },
  );
  world.pass(30_000);
  world.untaint('us-east-1', elsewhere.key);
  // The new copy of the cart never gets ready.
  world.apply({
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'OverridePolicy',
    metadata: { name: 'cart-us-east-1', namespace: SHOP },
    spec: {
      resourceSelectors: [
        { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' },
      ],
      overrideRules: [
        {
          targetCluster: { clusterNames: ['us-east-1'] },
          overriders: {
            plaintext: [
              {
                path: '/spec/template/metadata/annotations',
                operator: 'add',
                value: { [BEHAVIOUR_ANNOTATION]: 'never-ready' },
              },
            ],
          },
        },
      ],
    },
  });
  world.pass(5_000);
  for (const [name, purgeMode] of [
    ['cart', 'Gracefully'],
    ['ledger', 'Never'],
    ['notifier', 'Gracefully'],
  ] as const) {
    world.change<Binding>(
      karmadaTypes.ResourceBinding,
      bindingOf(name),
      draft => {
        evict(draft, 'us-east-2', {
          producer: 'TaintManager',
          reason: 'TaintUntolerated',
          purgeMode,
        });
        const [task] = draft.spec.gracefulEvictionTasks ?? [];
        if (task && name === 'cart') {
          task.gracePeriodSeconds = DAY;
        }
      },
    );
  }
  world.pass(60_000);
  world.taint('us-east-2', { key: taints.unschedulable, effect: 'NoSchedule' });
}

/** A service in trouble of each kind that does not need a lost cluster. */
export function trouble(world: World): void {
  unplaced(world);
  kept(world);
  quota(world);
  stopped(world);
  failing(world);
  evicted(world);
}
