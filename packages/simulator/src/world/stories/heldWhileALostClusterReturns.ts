import { policy, workload } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

const twice = { namespace: 'demo', name: 'twice' };

/** Duplicated and held; member1 dies, is evicted and comes back; its copies were taken away and are never sent again. */
export function heldWhileALostClusterReturns(): LogEntry[] {
  // The recorded controllers were slow at first, and came back to the Work of the lost cluster as late as this.
  const journey = Journey.create({
    timings: { dispatch: 1_500, retryWork: 165_000 },
  });
  const { world } = journey;
  journey.podsTake('member1', 0.03);
  journey.podsTake('member2', 0.03);
  journey.begin('twice');
  journey.until(6);
  world.apply(workload({ ...twice, image: 'app:1', replicas: 2 }));
  world.apply(
    policy('twice', 'demo', [['Deployment', 'twice']], {
      placement: {
        clusterAffinity: { labelSelector: { matchLabels: { tier: 'prod' } } },
      },
    }),
  );
  journey.until(26.15);
  world.hold(twice, { dispatching: true });
  journey.until(28.8);
  world.loseCluster('member1', 'refuse');
  journey.until(75.04);
  world.taint('member1', { key: 'lost', value: 'yes', effect: 'NoExecute' });
  journey.until(284.9);
  world.recoverCluster('member1');
  journey.until(315.53);
  world.untaint('member1', 'lost');
  journey.until(490);
  return journey.end();
}
