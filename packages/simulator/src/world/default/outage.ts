import type { Binding } from '../../karmada/model/Binding';
import { karmadaTypes } from '../../karmada/types/karmadaTypes';
import { duplicated, weighted } from '../builders';
import type { World } from '../World';
import { place, SHOP } from './shop';

const LOST = 'ap-south-1';
const stays = { key: 'outage', operator: 'Exists' as const };

/** What had a copy on ap-south-1: its only one, most of it, one of several; and one that may leave. */
function copies(world: World): void {
  place(
    world,
    { name: 'warehouse', version: '1.5.0', replicas: 2 },
    { ...duplicated(LOST), clusterTolerations: [stays] },
  );
  place(
    world,
    { name: 'ratings', version: '2.1.4', replicas: 4 },
    { ...weighted({ [LOST]: 3, 'us-east-1': 1 }), clusterTolerations: [stays] },
  );
  place(
    world,
    { name: 'profiles', version: '9.2.0', replicas: 2 },
    {
      ...duplicated(LOST, 'us-east-1', 'eu-central-1'),
      clusterTolerations: [stays],
    },
  );
  place(
    world,
    { name: 'sessions', version: '3.3.0', replicas: 2 },
    duplicated(LOST, 'eu-central-2'),
  );
  world.pass(60_000);
}

/** Applied a moment before the cluster was lost: nobody ever heard what became of it. */
function neverHeardOf(world: World): void {
  const name = 'audit-log';
  place(
    world,
    { name, version: '0.1.0', replicas: 1 },
    {
      ...duplicated(LOST, 'eu-central-3'),
      clusterTolerations: [stays],
    },
  );
  const heard = () => {
    const { store } = world.karmada;
    const binding = store.get(
      karmadaTypes.ResourceBinding,
      SHOP,
      `${name}-deployment`,
    ) as Binding | undefined;
    return binding?.status?.aggregatedStatus?.find(
      ({ clusterName }) => clusterName === LOST,
    );
  };
  for (let waited = 0; waited < 1_000 && !heard()?.applied; waited += 1) {
    world.pass(1);
    if (world.karmada.isApplied(LOST, name)) {
      break;
    }
  }
}

/** ap-south-1 stops answering and does not come back; the agent of edge-2 stops, and something new was meant for it. */
export function outage(world: World): void {
  copies(world);
  neverHeardOf(world);
  world.loseCluster(LOST, 'refuse');
  world.stopAgent('edge-2');
  world.pass(90_000);
  world.taint(LOST, { key: 'outage', value: 'yes', effect: 'NoExecute' });
  place(
    world,
    { name: 'beacon', version: '0.2.0' },
    {
      ...duplicated('eu-central-1', 'edge-2'),
      clusterTolerations: [
        { key: 'cluster.karmada.io/unreachable', operator: 'Exists' },
      ],
    },
  );
  world.pass(60_000);
}
