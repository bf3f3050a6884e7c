import { policy, workload } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

const lane = { namespace: 'demo', name: 'lane' };

/** Divided 2+2 and held; member1 dies and is evicted; everything stays green while half of it runs. */
export function heldWhileAClusterIsLost(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  journey.podsTake('member1', 0.03);
  journey.podsTake('member2', 0.03);
  journey.begin('lane');
  world.apply(workload({ ...lane, image: 'app:1', replicas: 4 }));
  world.apply(
    policy('lane', 'demo', [['Deployment', 'lane']], {
      placement: {
        clusterAffinity: { labelSelector: { matchLabels: { tier: 'prod' } } },
        replicaScheduling: {
          replicaSchedulingType: 'Divided',
          replicaDivisionPreference: 'Weighted',
          weightPreference: { dynamicWeight: 'AvailableReplicas' },
        },
      },
    }),
  );
  journey.until(21.98);
  world.hold(lane, { dispatching: true });
  journey.until(22.8);
  world.loseCluster('member1', 'refuse');
  journey.until(59.73);
  world.taint('member1', { key: 'lost', value: 'yes', effect: 'NoExecute' });
  journey.until(90);
  return journey.end();
}
