import { PlacementSummaryState } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { Cached } from '../../util/Cached';
import { ClusterRecord } from './ClusterRecord';
import { ClusterRow } from './ClusterRow';
import { countAffected } from './countAffected';
import { selectClusterRows } from './selectClusterRows';
import { selectTargetCounts } from './selectTargetCounts';

const TTL_MS = 2000;

/** What the fleet comes to, as counted at one moment. */
export interface FleetTotals {
  clusters: ClusterRecord[];
  /** Placements, dependencies left out, by state. */
  summaries: Partial<Record<PlacementSummaryState, number>>;
  /** See countAffected. */
  affected: ReadonlyMap<string, number>;
}

/**
 * Counts the fleet at most every two seconds, and less often when that takes long: it reads an entry of an index for each
 * target.
 */
export class FleetBook {
  readonly #totals: Cached<FleetTotals>;
  readonly #clusters: Cached<ClusterRow[]>;

  static create(options: { knex: Knex; now?: () => number }): FleetBook {
    const { knex, now } = options;
    const clusters = Cached.create({
      ttlMs: TTL_MS,
      now,
      read: () => selectClusterRows(knex),
    });
    const totals = Cached.create({
      ttlMs: TTL_MS,
      share: 0.05,
      now,
      read: () => readTotals(knex),
    });
    return new FleetBook(totals, clusters);
  }

  private constructor(
    totals: Cached<FleetTotals>,
    clusters: Cached<ClusterRow[]>,
  ) {
    this.#totals = totals;
    this.#clusters = clusters;
  }

  read(): Promise<FleetTotals> {
    return this.#totals.get();
  }

  /** The clusters alone, for who needs no count. */
  clusters(): Promise<ClusterRow[]> {
    return this.#clusters.get();
  }
}

async function readTotals(knex: Knex): Promise<FleetTotals> {
  const [rows, targets, summaries] = await Promise.all([
    selectClusterRows(knex),
    selectTargetCounts(knex),
    knex('inventory_placement')
      .where('dependency', false)
      .groupBy('state')
      .select('state')
      .count({ count: '*' }) as Promise<
      Array<{ state: PlacementSummaryState; count: number | string }>
    >,
  ]);
  return {
    clusters: rows.map(row => ({ ...row, targets: targets.get(row.id) ?? {} })),
    summaries: Object.fromEntries(
      summaries.map(row => [row.state, Number(row.count)]),
    ),
    affected: rows.some(row => row.state !== 'ready')
      ? await countAffected(knex)
      : new Map(),
  };
}
