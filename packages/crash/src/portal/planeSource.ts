import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  DeliverySource,
  DerivedPlacement,
  FleetFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { CLUSTERS } from './crashWorld';
import { PlaneClient } from './PlaneClient';
import { planeFacts } from './planeFacts';
import { planeLanes } from './planeLanes';

const POLL_MS = 150;
const LANE = 'everything';

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
    async observe({ signal, sink, report }) {
      report.declare(LANE, { subject: 'Lanes' });
      while (!signal.aborted) {
        try {
          const upserts = planeFacts(await client.lanes(signal));
          await sink.change({
            lane: LANE,
            upserts,
            deletes: [],
            checkpoint: '1',
          });
          report.contact(LANE);
          report.recovered(LANE);
        } catch (error) {
          if (signal.aborted) {
            return;
          }
          if ((error as Error).name === 'ConflictError') {
            throw error;
          }
        }
        await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
      }
    },
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
