import { canary } from '../default/canary';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** member1 is back, its old Works still leave; a new division is asked for canary and for something that is not there. */
export function rebalance(): LogEntry[] {
  const journey = Journey.create({ timings: { retryWork: 82_000 } });
  const { world } = journey;
  const name = { namespace: 'demo', name: 'canary' };
  canary(world);
  world.pass(30_000);
  world.scale(name, 5);
  world.pass(30_000);
  journey.podsTake('member2', 3600);
  world.loseCluster('member1', 'refuse');
  world.pass(40_000);
  world.taint('member1', { key: 'lost', value: 'yes', effect: 'NoExecute' });
  world.pass(200_000);
  // Something must happen in member2 for the lost copy to leave the aggregated status.
  journey.tire('member2', 'canary');
  world.pass(2_000);
  journey.wake('member2', 'canary');
  world.untaint('member1', 'lost');
  world.recoverCluster('member1');
  world.pass(31_000);
  journey.begin('canary');
  journey.until(23.17);
  world.rebalance('canary-now', [
    { kind: 'Deployment', ...name },
    { kind: 'Deployment', namespace: 'demo', name: 'absent' },
  ]);
  journey.until(79.9);
  return journey.end();
}
