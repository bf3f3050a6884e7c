import { taints } from '../../karmada/keys';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** A fourth cluster joins, is cordoned and uncordoned, and leaves. */
export function clusterJoinsCordonedAndLeaves(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  journey.begin('nothing-else');
  world.join({
    name: 'member4',
    provider: 'azure',
    region: 'region-4',
    zones: ['zone-4a', 'zone-4b'],
    nodes: 0,
  });
  journey.until(25.13);
  world.taint('member4', { key: taints.unschedulable, effect: 'NoSchedule' });
  journey.until(27.22);
  world.untaint('member4', taints.unschedulable);
  journey.until(27.3);
  world.leave('member4');
  journey.until(40);
  return journey.end();
}
