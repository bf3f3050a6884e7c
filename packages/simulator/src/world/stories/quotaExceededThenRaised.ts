import type { World } from '../World';
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

/** A scale-up asks for more than the quota leaves; the quota is raised; it is scaled back. */
export function quotaExceededThenRaised(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  const name = { namespace: 'demo', name: 'nginx' };
  nginx(world);
  quota(world, 'demo', '3');
  world.pass(60_000);
  journey.begin('nginx');
  journey.until(7.96);
  world.scale(name, 40);
  journey.until(36);
  journey.podsTake('member1', 0.5);
  journey.podsTake('member2', 0.8);
  quota(world, 'demo', '30');
  journey.until(45.76);
  world.scale(name, 3);
  journey.until(50);
  return journey.end();
}
