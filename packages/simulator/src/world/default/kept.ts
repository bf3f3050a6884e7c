import { duplicated, workload } from '../builders';
import type { World } from '../World';
import { byRoom, place, SHOP } from './shop';

/** Placed, and a larger number is refused: the old placement stays. */
function noRoom(world: World): void {
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
  world.scale({ namespace: SHOP, name: 'video' }, 400);
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

/** Placed, and more is refused: the old copies stay. */
export function kept(world: World): void {
  noRoom(world);
  quota(world);
}
