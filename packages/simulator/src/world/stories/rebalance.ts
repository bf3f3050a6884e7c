import { canary } from '../default/canary';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** member1 is back, its old Works still leave; a new division is asked for canary and for something that is not there. */
export function rebalance(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  const name = { namespace: 'demo', name: 'canary' };
  canary(world);
  world.pass(30_000);
  journey.podsTake('member2', 3600);
  world.scale(name, 5);
  world.pass(30_000);
  world.loseCluster('member1', 'refuse');
  world.pass(40_000);
  world.taint('member1', { key: 'lost', value: 'yes', effect: 'NoExecute' });
  world.pass(200_000);
  world.untaint('member1', 'lost');
  world.recoverCluster('member1');
  world.pass(31_000);
  journey.begin('canary');
  journey.until(23.17);
  world.rebalance('canary-now', [
    { kind: 'Deployment', ...name },
    { kind: 'Deployment', namespace: 'demo', name: 'absent' },
  ]);
  journey.until(80);
  return journey.end();
}
