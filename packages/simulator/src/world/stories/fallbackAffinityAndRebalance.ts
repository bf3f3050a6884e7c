import { policy, workload } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** The primary group is evicted, the backup used; the primary returns, a rebalance is asked, and 1.18 does not go back. */
export function fallbackAffinityAndRebalance(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  world.apply(
    workload({ name: 'fallback', namespace: 'demo', image: 'app:1' }),
  );
  world.apply(
    policy('fallback', 'demo', [['Deployment', 'fallback']], {
      placement: {
        clusterAffinities: [
          { affinityName: 'primary', clusterNames: ['member3'] },
          { affinityName: 'backup', clusterNames: ['member2'] },
        ],
      },
    }),
  );
  world.pass(30_000);
  world.stopAgent('member3');
  world.pass(60_000);
  journey.podsTake('member2', 0.1);
  journey.begin('fallback');
  journey.until(3.66);
  world.recoverCluster('member3');
  journey.until(16.98);
  world.taint('member3', { key: 'drain', value: 'yes', effect: 'NoExecute' });
  journey.until(47.22);
  world.untaint('member3', 'drain');
  journey.until(62.38);
  world.rebalance('fallback-back', [
    { kind: 'Deployment', namespace: 'demo', name: 'fallback' },
  ]);
  journey.until(70);
  return journey.end();
}
