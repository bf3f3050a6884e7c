import { Objects } from '../../control/Objects';
import { kubernetesTypes } from '../../karmada/types/kubernetesTypes';
import { policy, workload } from '../builders';
import { kubernetesDefaults } from '../kubernetesDefaults';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** The object stands on member2 already, and Karmada did not put it there. */
export function applyConflict(): LogEntry[] {
  const journey = Journey.create({ timings: { dispatch: 800 } });
  const { world } = journey;
  const template = workload({
    name: 'conflict',
    namespace: 'demo',
    image: 'app:1',
  });
  Objects.create(journey.member('member2').store, 'kubectl').create(
    kubernetesTypes.Deployment,
    kubernetesDefaults(template),
  );
  world.pass(20_000);
  journey.podsTake('member1', 7.8);
  journey.begin('conflict');
  world.apply(template);
  world.apply(
    policy('conflict', 'demo', [['Deployment', 'conflict']], {
      placement: {
        clusterAffinity: { clusterNames: ['member1', 'member2'] },
      },
    }),
  );
  journey.until(45);
  return journey.end();
}
