import { policy, workload } from '../builders';
import { canary } from '../default/canary';
import type { LogEntry } from '../recording/WatchLog';
import { web } from './dependencies';
import { Journey } from './Journey';
import { nginx } from './spreadAndImageOverride';

/** member1 accepts and never answers; a NoExecute taint follows; workloads move, old copies go after three minutes. */
export function clusterLostAndGracefulEviction(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  canary(world);
  nginx(world);
  web(world);
  world.pass(30_000);
  world.hold({ namespace: 'demo', name: 'web' }, { dispatching: true });
  // Some pods of member1 never get ready, as on the recorded one's tired nodes.
  journey.podsTake('member1', 3600);
  world.scale({ namespace: 'demo', name: 'canary' }, 5);
  world.pass(60_000);
  journey.podsTake('member1', 7.4);
  journey.podsTake('member2', 14.5);
  journey.begin('canary', 'nginx', 'web', 'fo-grace');
  journey.until(1.96);
  world.apply(
    workload({
      name: 'fo-grace',
      namespace: 'demo',
      image: 'app:1',
      replicas: 2,
    }),
  );
  world.apply(
    policy('fo-grace', 'demo', [['Deployment', 'fo-grace']], {
      failover: { cluster: { purgeMode: 'Gracefully' } },
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
  journey.until(60.68);
  world.loseCluster('member1', 'hang');
  journey.until(136.43);
  world.taint('member1', { key: 'lost', value: 'yes', effect: 'NoExecute' });
  journey.until(345);
  return journey.end();
}
