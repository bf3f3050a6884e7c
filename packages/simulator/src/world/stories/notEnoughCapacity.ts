import { policy, workload } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** 500 replicas of two CPUs each fit nowhere. */
export function notEnoughCapacity(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  journey.begin('huge');
  world.apply(
    workload({
      name: 'huge',
      namespace: 'demo',
      image: 'app:1',
      replicas: 500,
      cpu: '2',
    }),
  );
  world.apply(
    policy('huge', 'demo', [['Deployment', 'huge']], {
      placement: {
        clusterAffinity: { clusterNames: ['member1', 'member2'] },
        replicaScheduling: {
          replicaSchedulingType: 'Divided',
          replicaDivisionPreference: 'Aggregated',
        },
      },
    }),
  );
  journey.until(15);
  return journey.end();
}
