import { karmadaTypes } from '../../karmada/types/karmadaTypes';
import { policy, workload } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

const held = { namespace: 'demo', name: 'held' };

function hold(journey: Journey, ...clusterNames: string[]): void {
  journey.world.hold(held, { dispatchingOnClusters: { clusterNames } });
}

/** Held from the start, released cluster by cluster, held again, changed meanwhile, released for one; then the policy goes. */
export function heldDispatchReleasedByCluster(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  world.apply(workload({ ...held, image: 'app:1', replicas: 2 }));
  world.apply(
    policy('held', 'demo', [['Deployment', 'held']], {
      placement: {
        clusterAffinity: { clusterNames: ['member1', 'member2'] },
      },
      suspension: { dispatching: true },
    }),
  );
  world.pass(60_000);
  journey.podsTake('member1', 24.5);
  journey.podsTake('member2', 14.9);
  journey.begin('held');
  journey.until(2.07);
  hold(journey, 'member2');
  journey.until(20.29);
  world.hold(held, undefined);
  journey.until(35.6);
  world.hold(held, { dispatching: true });
  journey.until(38.67);
  world.setImage(held, 'app:2');
  journey.until(45.03);
  world.scale(held, 3);
  journey.until(50.25);
  journey.podsTake('member1', 21.5);
  hold(journey, 'member2');
  journey.until(65.57);
  hold(journey, 'member2', 'member9');
  journey.until(71.5);
  journey.podsTake('member1', 1.5);
  journey.until(113.4);
  journey.tire('member1', 'held', 2);
  journey.until(143.78);
  world.remove(karmadaTypes.PropagationPolicy, held);
  journey.until(143.85);
  return journey.end();
}
