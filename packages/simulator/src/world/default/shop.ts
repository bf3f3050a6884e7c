import type { Placement } from '../../karmada/model/Placement';
import type { Policy } from '../../karmada/model/Policy';
import type { World } from '../World';
import {
  duplicated,
  policy,
  weighted,
  workload,
  type ServiceSpec,
} from '../builders';

/** The namespace of everything that can go wrong. */
export const SHOP = 'shop';

/** Divided by the room there is. */
export function byRoom(...clusterNames: string[]): Placement {
  return {
    clusterAffinity: { clusterNames },
    replicaScheduling: {
      replicaSchedulingType: 'Divided',
      replicaDivisionPreference: 'Weighted',
      weightPreference: { dynamicWeight: 'AvailableReplicas' },
    },
  };
}

/** A service of the shop with a policy of its own. */
export function place(
  world: World,
  spec: Omit<ServiceSpec, 'namespace' | 'image'> & { version: string },
  placement: Placement,
  more: Partial<Policy['spec']> = {},
): void {
  const { version, ...rest } = spec;
  const { name, kind = 'Deployment' } = spec;
  world.apply(
    workload({
      ...rest,
      namespace: SHOP,
      image: `registry.example.org/shop/${name}:${version}`,
    }),
  );
  world.apply(policy(name, SHOP, [[kind, name]], { placement, ...more }));
}

/** What works in the shop. */
export function shop(world: World): void {
  place(
    world,
    { name: 'orders', version: '3.11.0', replicas: 9 },
    byRoom('member1', 'member2', 'eu-central-1', 'us-east-1'),
  );
  place(
    world,
    { name: 'orders-db', kind: 'StatefulSet', version: '16.4', replicas: 3 },
    {
      clusterAffinity: { clusterNames: ['eu-central-1', 'eu-central-2'] },
      replicaScheduling: {
        replicaSchedulingType: 'Divided',
        replicaDivisionPreference: 'Aggregated',
      },
    },
  );
  place(
    world,
    { name: 'search', version: '8.0.2', replicas: 4 },
    weighted({ 'us-east-1': 3, 'eu-central-2': 1 }),
  );
  place(
    world,
    { name: 'nightly-report', kind: 'Job', version: '1.2.0', completions: 2 },
    duplicated('eu-central-3'),
  );
  // A failed Job is Healthy to Karmada.
  place(
    world,
    {
      name: 'import',
      kind: 'Job',
      version: '0.4.1',
      podAnnotations: { 'simulator.fairway.io/pod': 'fail' },
    },
    duplicated('us-east-1'),
  );
  // Its template carries no label that names an entity: the match stays a claim.
  place(
    world,
    { name: 'mailer', version: '2.2.0', replicas: 2, entity: false },
    duplicated('eu-central-2'),
  );
}
