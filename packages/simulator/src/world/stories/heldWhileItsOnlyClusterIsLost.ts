import { policy, workload } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

const away = { namespace: 'demo', name: 'away' };

/** All on member1, and held; it dies and is evicted; what replaces it on member2 is never sent, and the old copy is purged. */
export function heldWhileItsOnlyClusterIsLost(): LogEntry[] {
  // The recorded controllers were slow at first, and came back to the Work of the lost cluster 21 seconds after it was there again.
  const journey = Journey.create({
    timings: { dispatch: 1_500, retryWork: 21_000 },
  });
  const { world } = journey;
  journey.podsTake('member1', 0.03);
  journey.begin('away');
  journey.until(6);
  world.apply(workload({ ...away, image: 'app:1', replicas: 2 }));
  world.apply(
    policy('away', 'demo', [['Deployment', 'away']], {
      placement: {
        clusterAffinities: [
          { affinityName: 'primary', clusterNames: ['member1'] },
          { affinityName: 'backup', clusterNames: ['member2'] },
        ],
        replicaScheduling: {
          replicaSchedulingType: 'Divided',
          replicaDivisionPreference: 'Aggregated',
        },
      },
    }),
  );
  journey.until(25.83);
  world.hold(away, { dispatching: true });
  journey.until(28.8);
  world.loseCluster('member1', 'refuse');
  journey.until(75.04);
  world.taint('member1', { key: 'lost', value: 'yes', effect: 'NoExecute' });
  journey.until(284.9);
  world.recoverCluster('member1');
  journey.until(315.53);
  world.untaint('member1', 'lost');
  journey.until(390);
  return journey.end();
}
