import type { JoinOptions } from '../../karmada/KarmadaControlPlane';
import type { World } from '../World';

const large = { cpu: '16', memory: '64Gi', pods: '110' };

const members: JoinOptions[] = [
  {
    name: 'member1',
    provider: 'aws',
    region: 'eu-west',
    zones: ['eu-west-a'],
    labels: { tier: 'prod' },
    nodes: 3,
  },
  {
    name: 'member2',
    provider: 'aws',
    region: 'eu-north',
    zones: ['eu-north-a'],
    labels: { tier: 'prod' },
    nodes: 3,
  },
  {
    name: 'member3',
    syncMode: 'Pull',
    provider: 'gcp',
    region: 'eu-west',
    zones: ['eu-west-b'],
    labels: { tier: 'edge' },
  },
  {
    name: 'eu-central-1',
    provider: 'azure',
    region: 'eu-central',
    zones: ['eu-central-a'],
    labels: { tier: 'prod', spread: 'web' },
    nodes: 4,
    nodeSize: large,
  },
  {
    name: 'eu-central-2',
    provider: 'azure',
    region: 'eu-central',
    zones: ['eu-central-b'],
    labels: { tier: 'prod', spread: 'web' },
    nodes: 4,
    nodeSize: large,
  },
  {
    name: 'eu-central-3',
    provider: 'azure',
    region: 'eu-central',
    zones: ['eu-central-b'],
    labels: { tier: 'prod', spread: 'web' },
    nodes: 3,
  },
  {
    name: 'us-east-1',
    provider: 'aws',
    region: 'us-east',
    zones: ['us-east-a'],
    labels: { tier: 'prod' },
    nodes: 4,
    nodeSize: large,
  },
  {
    name: 'us-east-2',
    provider: 'aws',
    region: 'us-east',
    zones: ['us-east-b'],
    labels: { tier: 'prod' },
    nodes: 3,
  },
  {
    name: 'ap-south-1',
    provider: 'gcp',
    region: 'ap-south',
    zones: ['ap-south-a'],
    labels: { tier: 'prod' },
    nodes: 3,
  },
  {
    name: 'edge-1',
    syncMode: 'Pull',
    provider: 'on-premises',
    region: 'edge',
    zones: ['depot-north'],
    labels: { tier: 'edge' },
    nodes: 1,
  },
  {
    name: 'edge-2',
    syncMode: 'Pull',
    provider: 'on-premises',
    region: 'edge',
    zones: ['depot-south'],
    labels: { tier: 'edge' },
    nodes: 1,
  },
];

/** The fleet of the demo, as long as all is well with it. edge-1 lies behind a firewall: it reports, and cannot be read. */
export function clusters(world: World): void {
  for (const member of members) {
    const joined = world.join(member);
    joined.reachable = member.name !== 'edge-1';
  }
  world.pass(30_000);
}
