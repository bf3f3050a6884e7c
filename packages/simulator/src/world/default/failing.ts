import { Objects } from '../../control/Objects';
import { kubernetesTypes } from '../../karmada/types/kubernetesTypes';
import { duplicated, policy, workload } from '../builders';
import { kubernetesDefaults } from '../kubernetesDefaults';
import type { World } from '../World';
import { place, SHOP } from './shop';

/** Something of that name stands on member2 already, and Karmada did not put it there. */
function conflict(world: World): void {
  const name = 'catalog-api';
  const member2 = world.karmada.members.get('member2')!;
  Objects.create(member2.store, 'kubectl').create(
    kubernetesTypes.Deployment,
    kubernetesDefaults(
      workload({
        name,
        namespace: SHOP,
        image: `registry.example.org/shop/${name}:4.8.0`,
        entity: false,
      }),
    ),
  );
  place(
    world,
    { name, version: '5.0.0', replicas: 2 },
    duplicated('eu-central-1', 'member2'),
  );
}

/** Its balancer never gets an address. */
function withoutAddress(world: World): void {
  const name = 'gateway';
  const placement = duplicated('member1', 'us-east-1');
  place(world, { name, version: '1.18.3', replicas: 2 }, placement);
  world.apply({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace: SHOP,
      labels: { 'backstage.io/kubernetes-id': name },
    },
    spec: {
      type: 'LoadBalancer',
      selector: { app: name },
      ports: [{ port: 443 }],
    },
  });
  world.apply(
    policy(`${name}-service`, SHOP, [['Service', name]], { placement }),
  );
}

/** Refused by a member, without an address, and with a new version that crashes. */
export function failing(world: World): void {
  conflict(world);
  withoutAddress(world);
  const name = 'fraud';
  place(
    world,
    { name, version: '2.4.0', replicas: 4 },
    duplicated('eu-central-1', 'us-east-1'),
  );
  world.pass(30_000);
  world.setImage(
    { namespace: SHOP, name },
    `registry.example.org/shop/${name}:2.5.0-broken`,
  );
}
