import { policy } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** A ClusterRole with colons in its name. */
export function clusterScopedBinding(): LogEntry[] {
  const journey = Journey.create({ timings: { dispatch: 600 } });
  const { world } = journey;
  journey.begin('system.ctl.tom', 'system:ctl:tom', 'tom-and-cron');
  world.apply({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'system:ctl:tom' },
    rules: [],
  });
  world.apply(
    policy('tom-and-cron', undefined, [['ClusterRole', 'system:ctl:tom']], {
      placement: { clusterAffinity: { clusterNames: ['member1'] } },
    }),
  );
  journey.until(10);
  return journey.end();
}
