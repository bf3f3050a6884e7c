import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  DeliverySource,
  DerivedPlacement,
  FleetFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import { CLUSTERS } from './crashWorld';
import { PlaneClient } from './PlaneClient';
import { planeFacts } from './planeFacts';
import { planeLanes } from './planeLanes';
import { pollFacts } from './pollFacts';

/** The control plane of the parent process as a source. */
export function planeSource(url: string): DeliverySource {
  const client = PlaneClient.create(url);
  return {
    id: 'plane',
    type: 'plane',
    product: 'Plane',
    fleet: planeFleet(client),
    lanes: planeLanes(client),
  };
}

function planeFleet(client: PlaneClient): FleetFacet {
  const nothing = () => sentence('lane.held');
  return {
    derive,
    explainUnplaced: nothing,
    explainLoss: nothing,
    observe: context =>
      pollFacts(context, { lane: 'everything', subject: 'Lanes' }, async () =>
        planeFacts(await client.lanes(context.signal)),
      ),
  };
}

/** Every cluster has its copy; what it lacks of the newest content is what lanes are about. */
function derive(): DerivedPlacement {
  return {
    summary: { state: 'converged', flags: [] },
    replicas: {},
    targets: CLUSTERS.map(cluster => ({
      cluster,
      axes: { lifecycle: 'desired', delivery: 'applied', health: 'healthy' },
      replicas: { desired: 1, ready: 1 },
      versions: [],
      versionKnowledge: 'unknown',
    })),
  };
}
