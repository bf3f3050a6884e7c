import { evict } from '../../karmada/eviction/evict';
import { taints } from '../../karmada/keys';
import type { Binding } from '../../karmada/model/Binding';
import type { Placement } from '../../karmada/model/Placement';
import { karmadaTypes } from '../../karmada/types/karmadaTypes';
import { BEHAVIOUR_ANNOTATION } from '../../member/podBehaviour';
import type { World } from '../World';
import { place, SHOP } from './shop';

const DAY = 86_400;
const LEFT = 'us-east-2';
const TAKES_OVER = 'us-east-1';

/** On one of the two, whichever has room. */
const oneOfTwo: Placement = {
  clusterAffinity: { clusterNames: [TAKES_OVER, LEFT] },
  spreadConstraints: [{ spreadByField: 'cluster', minGroups: 1, maxGroups: 1 }],
  replicaScheduling: {
    replicaSchedulingType: 'Divided',
    replicaDivisionPreference: 'Aggregated',
  },
};

function placeAll(world: World): void {
  const elsewhere = { key: 'elsewhere', effect: 'NoSchedule' } as const;
  world.taint(TAKES_OVER, elsewhere);
  place(world, { name: 'cart', version: '6.0.1', replicas: 3 }, oneOfTwo);
  place(world, { name: 'ledger', version: '3.0.0', replicas: 2 }, oneOfTwo, {
    failover: { cluster: { purgeMode: 'Never' } },
  });
  place(
    world,
    { name: 'notifier', version: '1.7.0', replicas: 2 },
    {
      clusterAffinities: [
        { affinityName: 'primary', clusterNames: [LEFT] },
        { affinityName: 'backup', clusterNames: [TAKES_OVER] },
      ],
    },
  );
  world.pass(30_000);
  world.untaint(TAKES_OVER, elsewhere.key);
}

/** What replaces the cart never gets ready. */
function hinderCart(world: World): void {
  const name = 'cart';
  world.apply({
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'OverridePolicy',
    metadata: { name: `${name}-${TAKES_OVER}`, namespace: SHOP },
    spec: {
      resourceSelectors: [{ apiVersion: 'apps/v1', kind: 'Deployment', name }],
      overrideRules: [
        {
          targetCluster: { clusterNames: [TAKES_OVER] },
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
}

function leave(
  world: World,
  name: string,
  purgeMode: 'Gracefully' | 'Never',
  gracePeriodSeconds?: number,
): void {
  world.change<Binding>(
    karmadaTypes.ResourceBinding,
    { namespace: SHOP, name: `${name}-deployment` },
    draft => {
      evict(draft, LEFT, {
        producer: 'TaintManager',
        reason: 'TaintUntolerated',
        purgeMode,
      });
      for (const task of draft.spec.gracefulEvictionTasks ?? []) {
        if (gracePeriodSeconds) {
          task.gracePeriodSeconds = gracePeriodSeconds;
        }
      }
    },
  );
}

/** Where copies had to leave us-east-2: one waits for its replacement, one for a person, one runs on its second choice. */
export function evicted(world: World): void {
  placeAll(world);
  hinderCart(world);
  leave(world, 'cart', 'Gracefully', DAY);
  leave(world, 'ledger', 'Never');
  leave(world, 'notifier', 'Gracefully');
  world.pass(60_000);
  world.taint(LEFT, { key: taints.unschedulable, effect: 'NoSchedule' });
}
