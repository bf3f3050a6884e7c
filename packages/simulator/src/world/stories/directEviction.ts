import { policy, workload } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** NoExecute on a healthy cluster, and the policy wants the old copy gone at once. */
export function directEviction(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  const elsewhere = {
    key: 'elsewhere',
    value: 'x',
    effect: 'NoSchedule',
  } as const;
  world.taint('member1', elsewhere);
  world.pass(2_000);
  world.apply(
    workload({
      name: 'fo-direct',
      namespace: 'demo',
      image: 'app:1',
      replicas: 2,
    }),
  );
  world.apply(
    policy('fo-direct', 'demo', [['Deployment', 'fo-direct']], {
      failover: { cluster: { purgeMode: 'Directly' } },
      placement: {
        clusterAffinity: { labelSelector: { matchLabels: { tier: 'prod' } } },
        spreadConstraints: [
          { spreadByField: 'cluster', minGroups: 1, maxGroups: 1 },
        ],
        replicaScheduling: {
          replicaSchedulingType: 'Divided',
          replicaDivisionPreference: 'Aggregated',
        },
      },
    }),
  );
  world.pass(30_000);
  world.untaint('member1', elsewhere.key);
  world.pass(30_000);
  journey.podsTake('member1', 0.1);
  journey.begin('fo-direct');
  journey.until(2.2);
  world.taint('member2', { key: 'drain', value: 'yes', effect: 'NoExecute' });
  journey.until(10);
  return journey.end();
}
