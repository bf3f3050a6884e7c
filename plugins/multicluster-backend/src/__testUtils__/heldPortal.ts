import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  ClusterActionRequest,
  ClustersFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import { LANE, seedLane } from '../approvals/__testUtils__/heldWorld';
import { ScriptedLanes } from '../approvals/__testUtils__/ScriptedLanes';
import { LaneBook } from '../approvals/lanes/LaneBook';
import { laneIdOf } from '../approvals/lanes/laneIdOf';
import { ApprovalPortal, startApprovalPortal } from './approvalPortal';

/** {@link ApprovalPortal} before a control plane with a lane and the clusters member1 and member2. */
export interface HeldPortal extends ApprovalPortal {
  /** The lane in URLs: confirmed as the shop's, and claimed by the cart. */
  lane: string;
  /** Lets the lane be armed or not, and forgets what was done. */
  begin(armed: boolean): Promise<void>;
  /** What the control plane was made to do since then, by whom. */
  done(): string[];
  /** Of what is changed, as it would have been looked at. */
  resourceVersion(): string;
}

/** Starts {@link HeldPortal}. */
export async function startHeldPortal(
  options: Omit<
    Parameters<typeof startApprovalPortal>[0],
    'lanes' | 'clusters'
  >,
): Promise<HeldPortal> {
  const lanes = ScriptedLanes.create();
  const cordons: string[] = [];
  const portal = await startApprovalPortal({
    ...options,
    lanes,
    clusters: clustersWith(({ caller, cluster, action }) =>
      cordons.push(`${caller.userEntityRef} ${action} ${cluster.name}`),
    ),
  });
  const { knex } = portal.plugin;
  await seedLane(knex);
  const { id: _, ...match } = await knex('entity_match').first();
  await knex('entity_match').insert({
    ...match,
    entity_ref: 'component:default/cart',
    confirmed: false,
  });
  const { fact } = await knex('inventory_policy').first('fact');
  return {
    ...portal,
    lane: laneIdOf(LANE),
    async begin(armed) {
      await knex('approval_lane').delete();
      lanes.form = armed ? 'all' : 'none';
      if (armed) {
        await knex.transaction(trx =>
          LaneBook.create(knex).arm(trx, {
            ...LANE,
            armedBy: 'user:default/admin',
            armedAt: Date.now(),
            detail: { policy: JSON.parse(fact), placements: [] },
          }),
        );
      }
      lanes.log.length = 0;
      cordons.length = 0;
    },
    done: () => [
      ...lanes.log.map(({ by, form }) => `${by} ${form}`),
      ...cordons,
    ],
    resourceVersion: () => String(lanes.version),
  };
}

/** Clusters that take every change. */
function clustersWith(
  change: (asked: ClusterActionRequest) => void,
): ClustersFacet {
  return {
    capabilities: () =>
      (['cordon', 'uncordon'] as const).map(name => ({
        name,
        available: true,
        identityModes: ['impersonated'],
      })),
    isCordoned: ({ taints }) => taints.length > 0,
    async manage(asked) {
      if (!asked.dryRun) {
        change(asked);
      }
      return {
        outcome: asked.dryRun ? 'requested' : 'applied',
        sentence: sentence('cordon.done', { cluster: asked.cluster.name }),
        actedAs: { mode: 'impersonated' },
        retryable: false,
      };
    },
  };
}
