import { Objects } from '../../control/Objects';
import { kubernetesTypes } from '../../karmada/types/kubernetesTypes';
import { policy, workload } from '../builders';
import { canary } from '../default/canary';
import { kubernetesDefaults } from '../kubernetesDefaults';
import type { LogEntry } from '../recording/WatchLog';
import { web } from './dependencies';
import { Journey } from './Journey';
import { nginx } from './spreadAndImageOverride';

/** What stands when the recording begins: some pods tired, web held in the middle of a rollout. */
function before(journey: Journey): void {
  const { world } = journey;
  const held = { namespace: 'demo', name: 'web' };
  // Something of member2's own, so that member1 has more room.
  Objects.create(journey.member('member2').store, 'kubectl').create(
    kubernetesTypes.Deployment,
    kubernetesDefaults(
      workload({ name: 'own', namespace: 'own', image: 'own:1', cpu: '4' }),
    ),
  );
  canary(world);
  nginx(world);
  web(world, false);
  world.pass(30_000);
  journey.podsTake('member1', 3600);
  world.scale({ namespace: 'demo', name: 'canary' }, 5);
  world.pass(40_000);
  journey.tire('member1', 'nginx', 2);
  journey.podsTake('member1', 1);
  journey.podsTake('member2', 1);
  world.setImage(held, 'web:2.0.0');
  world.pass(500);
  journey.podsTake('member1', 18.5);
  journey.podsTake('member2', 37.5);
  world.pass(1_500);
  world.hold(held, { dispatching: true });
  world.pass(8_000);
}

/** member1 accepts and never answers; a NoExecute taint follows; workloads move, old copies go after three minutes. */
export function clusterLostAndGracefulEviction(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  before(journey);
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
  journey.until(42.44);
  journey.tire('member2', 'canary');
  journey.tire('member2', 'nginx');
  journey.tire('member2', 'web');
  journey.until(60.68);
  world.loseCluster('member1', 'hang');
  journey.until(136.43);
  world.taint('member1', { key: 'lost', value: 'yes', effect: 'NoExecute' });
  journey.until(337.57);
  journey.tire('member2', 'fo-grace');
  journey.tire('member2', 'canary', 2);
  journey.until(345);
  return journey.end();
}
