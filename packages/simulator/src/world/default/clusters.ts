import type { JoinOptions } from '../../karmada/KarmadaControlPlane';
import type { World } from '../World';

const members: JoinOptions[] = [
  {
    name: 'member1',
    provider: 'aws',
    region: 'eu-west',
    zones: ['eu-west-a'],
    labels: { tier: 'prod' },
  },
  {
    name: 'member2',
    provider: 'aws',
    region: 'eu-north',
    zones: ['eu-north-a'],
    labels: { tier: 'prod' },
  },
  {
    name: 'member3',
    syncMode: 'Pull',
    provider: 'gcp',
    region: 'eu-west',
    zones: ['eu-west-b'],
    labels: { tier: 'edge' },
  },
];

/** The fleet of the demo. */
export function clusters(world: World): void {
  for (const member of members) {
    world.join(member);
  }
  world.pass(10_000);
}
