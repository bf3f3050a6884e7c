import { policy, workload } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

const taint = { key: 'lab', value: 'x', effect: 'NoSchedule' } as const;

/** All clusters that match are tainted; then the taints go, one after the other. */
export function noClusterFitThenFits(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  world.taint('member1', taint);
  world.taint('member2', taint);
  world.pass(5_000);
  journey.begin('nofit2');
  world.apply(
    workload({
      name: 'nofit2',
      namespace: 'demo',
      image: 'app:1',
      replicas: 2,
    }),
  );
  world.apply(
    policy('nofit2', 'demo', [['Deployment', 'nofit2']], {
      placement: {
        clusterAffinity: { labelSelector: { matchLabels: { tier: 'prod' } } },
      },
    }),
  );
  journey.until(4.2);
  world.untaint('member1', 'lab');
  journey.until(4.5);
  world.untaint('member2', 'lab');
  journey.until(25);
  return journey.end();
}
