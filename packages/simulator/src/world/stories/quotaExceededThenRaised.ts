import type { World } from '../World';
import { duplicated, policy, workload } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';
import { nginx } from './spreadAndImageOverride';

/** A quota over the CPUs of a namespace. */
export function quota(world: World, namespace: string, cpu: string): void {
  world.apply({
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'FederatedResourceQuota',
    metadata: { name: 'q', namespace },
    spec: { overall: { cpu } },
  });
}

/** What else asks for CPUs there: three of them. */
function other(world: World): void {
  const name = 'other';
  world.apply(
    workload({ name, namespace: 'demo', image: 'other:1', replicas: 15 }),
  );
  world.apply(
    policy(name, 'demo', [['Deployment', name]], {
      placement: duplicated('member1', 'member2'),
    }),
  );
}

/** A scale-up asks for more than the quota leaves; the quota is raised; it is scaled back. */
export function quotaExceededThenRaised(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  const name = { namespace: 'demo', name: 'nginx' };
  nginx(world);
  other(world);
  world.pass(20_000);
  quota(world, 'demo', '3');
  world.pass(60_000);
  journey.begin('nginx');
  journey.until(7.96);
  world.scale(name, 40);
  journey.until(36);
  journey.podsTake('member1', 1);
  journey.podsTake('member2', 1.2);
  quota(world, 'demo', '30');
  journey.until(45.76);
  // Forty pods do not go in a moment: the recorded controllers were held back by their own rate limits.
  journey.member('member1').timings.control = 2_400;
  journey.member('member2').timings.control = 2_400;
  world.scale(name, 3);
  journey.until(54);
  return journey.end();
}
