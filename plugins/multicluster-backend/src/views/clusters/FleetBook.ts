import { PlacementSummaryState } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { Cached } from '../../util/Cached';
import { ClusterRecord } from './ClusterRecord';
import { selectClusterRecords } from './selectClusterRecords';

/** What the fleet comes to, as counted at one moment. */
export interface FleetTotals {
  clusters: ClusterRecord[];
  /** Placements, dependencies left out, by state. */
  summaries: Partial<Record<PlacementSummaryState, number>>;
  /** Placements with a target on a cluster that is not ready, by region; '' stands for no region. */
  affected: ReadonlyMap<string, number>;
}

/**
 * Counts the fleet at most every two seconds, and less often when that takes long: it reads an entry of an index for each
 * target.
 */
export class FleetBook {
  readonly #cached: Cached<FleetTotals>;

  static create(options: { knex: Knex; now?: () => number }): FleetBook {
    return new FleetBook(
      Cached.create({
        ttlMs: 2000,
        share: 0.05,
        now: options.now,
        read: () => readTotals(options.knex),
      }),
    );
  }

  private constructor(cached: Cached<FleetTotals>) {
    this.#cached = cached;
  }

  read(): Promise<FleetTotals> {
    return this.#cached.get();
  }
}

async function readTotals(knex: Knex): Promise<FleetTotals> {
  const [clusters, summaries] = await Promise.all([
    selectClusterRecords(knex),
    knex('inventory_placement')
      .where('dependency', false)
      .groupBy('state')
      .select('state')
      .count({ count: '*' }) as Promise<
      Array<{ state: PlacementSummaryState; count: number | string }>
    >,
  ]);
  return {
    clusters,
    summaries: Object.fromEntries(
      summaries.map(row => [row.state, Number(row.count)]),
    ),
    affected: clusters.some(cluster => cluster.state !== 'ready')
      ? await readAffected(knex)
      : new Map(),
  };
}

async function readAffected(knex: Knex): Promise<Map<string, number>> {
  const rows: Array<{ region: string | null; count: number | string }> =
    await knex('inventory_target as t')
      .join('inventory_cluster as c', 'c.id', 't.cluster_id')
      .whereNot('c.state', 'ready')
      .groupBy('c.region')
      .select('c.region')
      .countDistinct({ count: 't.placement_id' });
  return new Map(rows.map(row => [row.region ?? '', Number(row.count)]));
}
