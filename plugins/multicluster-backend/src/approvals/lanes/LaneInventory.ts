import {
  PlacementFact,
  PolicyFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { SourceRegistry } from '../../service/SourceRegistry';
import { parseJson } from '../../util/parseJson';
import { Environments } from '../../views/platform/Environments';
import { selectTargets } from '../../views/rows/selectTargets';
import { Row } from '../store/Row';
import { ArmedLane } from './ArmedLane';
import { LaneFacts, LaneTarget, LaneWorkload } from './LaneFacts';
import { LaneRef } from './LaneRef';

interface Options {
  knex: Knex;
  sources: Pick<SourceRegistry, 'get'>;
  environments: Environments;
}

interface Placed {
  rowId: number;
  placement: PlacementFact;
  workload: LaneWorkload;
}

/** What the inventory has of lanes. */
export class LaneInventory {
  static create(options: Options): LaneInventory {
    return new LaneInventory(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @param lane - what is known of a lane that is armed tells what its policy left behind */
  async read(
    lane: LaneRef & Partial<Pick<ArmedLane, 'detail'>>,
  ): Promise<LaneFacts> {
    const { knex, environments } = this.#options;
    const { source, policyKey } = lane;
    const policy = await this.#policy(lane);
    const placed = await this.#placed(lane, policy);
    const targets = await this.#targets(placed);
    const found = new Set(targets.flatMap(item => item.environment ?? []));
    return {
      source,
      policyKey,
      ...(policy && { policy }),
      placements: placed.map(({ placement }) => placement),
      workloads: placed.map(({ workload }) => workload),
      targets,
      environments: environments.order
        .map(({ name }) => name)
        .filter(name => found.has(name)),
      entities: await selectLaneEntities(
        knex,
        placed.map(({ workload }) => workload.rowId),
      ),
    };
  }

  async #policy({
    source,
    policyKey,
  }: LaneRef): Promise<PolicyFact | undefined> {
    const row: Row | undefined = await this.#options
      .knex('inventory_policy as y')
      .join('inventory_source as s', 's.id', 'y.source_id')
      .where({ 's.name': source, 'y.key': policyKey, 'y.role': 'placement' })
      .first('y.fact');
    return (
      row && parseJson<PolicyFact | undefined>(row.fact as string, undefined)
    );
  }

  async #placed(
    { source, detail }: LaneRef & Partial<Pick<ArmedLane, 'detail'>>,
    policy: PolicyFact | undefined,
  ): Promise<Placed[]> {
    const { knex, sources } = this.#options;
    const left = policy ? [] : detail?.placements ?? [];
    if (policy ? policy.policyId === undefined : left.length === 0) {
      return [];
    }
    const query = knex('inventory_placement as p')
      .join('inventory_workload as w', 'w.id', 'p.workload_id')
      .join('inventory_source as s', 's.id', 'p.source_id')
      .where('s.name', source)
      .orderBy(['w.namespace', 'w.name', 'w.kind', 'p.id'])
      .select('p.id as placement_id', 'p.fact as placement', 'w.*');
    if (policy) {
      query.where('p.policy_id', policy.policyId!);
    } else {
      query.where(inList(knex, 'p.key', left, 'text'));
    }
    const placed = ((await query) as Row[]).map(placedOf);
    if (policy) {
      return placed;
    }
    const facet = sources.get(source)?.lanes;
    const orphans = new Set(
      facet?.orphansOf(placed.map(({ placement }) => placement)),
    );
    return placed.filter(({ placement }) => orphans.has(placement));
  }

  async #targets(placed: Placed[]): Promise<LaneTarget[]> {
    const { knex, environments } = this.#options;
    const byRow = new Map(placed.map(item => [item.rowId, item]));
    if (byRow.size === 0) {
      return [];
    }
    const rows = await selectTargets(knex, query => {
      query.where(inList(knex, 't.placement_id', byRow.keys(), 'integer'));
    });
    return rows.map(({ placementId, cluster, derived }) => {
      const { workload, placement } = byRow.get(placementId)!;
      const environment = environments.ofTarget({ cluster, workload });
      return {
        placementKey: placement.key,
        cluster: cluster.name,
        clusterState: cluster.state,
        ...(environment && { environment }),
        derived,
      };
    });
  }
}

function placedOf(row: Row): Placed {
  const fact = parseJson<{
    labels?: Record<string, string>;
    progressDeadlineSeconds?: number;
  }>(row.fact as string | null, {});
  const { progressDeadlineSeconds } = fact;
  return {
    rowId: Number(row.placement_id),
    placement: JSON.parse(String(row.placement)),
    workload: {
      rowId: Number(row.id),
      id: String(row.hash),
      kind: String(row.kind),
      namespace: String(row.namespace),
      name: String(row.name),
      labels: fact.labels ?? {},
      ...(progressDeadlineSeconds !== undefined && { progressDeadlineSeconds }),
    },
  };
}

/** Whose workloads are, and whether anybody but the entity says so; by ref. */
async function selectLaneEntities(
  knex: Knex,
  workloadIds: number[],
): Promise<LaneFacts['entities']> {
  if (workloadIds.length === 0) {
    return [];
  }
  const rows: Array<{ entity_ref: string; confirmed: number | boolean }> =
    await knex('entity_match')
      .where(inList(knex, 'workload_id', workloadIds, 'integer'))
      .orderBy('entity_ref')
      .select('entity_ref', 'confirmed');
  const found = new Map<string, boolean>();
  for (const { entity_ref: ref, confirmed } of rows) {
    found.set(ref, Boolean(confirmed) || found.get(ref) === true);
  }
  return [...found].map(([entityRef, confirmed]) => ({ entityRef, confirmed }));
}
