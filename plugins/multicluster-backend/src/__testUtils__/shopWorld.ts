import { Entity } from '@backstage/catalog-model';
import { Seed } from './seedInventory';

/** A shop on two clusters, one of which is lost; another team's shop without a label; and nobody's. */
export const shopWorld: Seed = {
  clusters: [
    { name: 'member1', region: 'eu-west', labels: { stage: 'prod' } },
    { name: 'member2', region: 'eu-north', state: 'unreachable' },
    { name: 'member3', region: 'us-east' },
  ],
  workloads: [
    {
      name: 'shop',
      labels: { 'backstage.io/kubernetes-id': 'shop', app: 'shop' },
      placed: {
        replicas: { desired: 4, ready: 3 },
        targets: [
          { cluster: 'member1', replicas: { desired: 2, ready: 2 } },
          { cluster: 'member2', replicas: { desired: 2, ready: 1 } },
        ],
      },
    },
    {
      name: 'cart',
      namespace: 'carts',
      labels: { app: 'cart' },
      placed: { targets: [{ cluster: 'member1' }] },
    },
    { name: 'nobody', labels: { app: 'nobody' } },
  ],
};

/** A component with annotations. */
export function component(
  name: string,
  annotations: Record<string, string>,
  owner = 'group:default/shop-team',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}
