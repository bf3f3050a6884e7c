import type { Binding } from '../../karmada/model/Binding';
import { karmadaTypes } from '../../karmada/types/karmadaTypes';
import { duplicated } from '../builders';
import type { World } from '../World';
import { byRoom, place, SHOP } from './shop';

/** It ran on the one cluster with GPUs until these were taken out. */
function withdrawn(world: World): void {
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
}

/** Somebody stopped its scheduling before the scheduler looked at it for the first time. */
function suspended(world: World): void {
  const binding = { namespace: SHOP, name: 'promo-deployment' };
  place(
    world,
    { name: 'promo', version: '1.3.0', replicas: 2 },
    duplicated('member1', 'member2'),
  );
  const { store } = world.karmada;
  const { ResourceBinding } = karmadaTypes;
  while (!store.get(ResourceBinding, binding.namespace, binding.name)) {
    world.pass(1);
  }
  world.change<Binding>(ResourceBinding, binding, draft => {
    draft.spec.suspension = { scheduling: true };
  });
}

/** Placed nowhere: no room, no cluster that fits any more, too few regions, not wanted. */
export function unplaced(world: World): void {
  place(
    world,
    { name: 'batch-pricing', version: '1.0.0', replicas: 500, cpu: '2' },
    byRoom('member1', 'member2'),
  );
  withdrawn(world);
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
  suspended(world);
}
