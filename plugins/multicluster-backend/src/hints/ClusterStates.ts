import { ClusterState } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../inventory/sql/inList';
import { clusterView } from './viewNames';

/**
 * Remembers the states of clusters, to tell a cluster that was lost or came back, which changes the freshness of everything
 * on it, from one whose free capacity moved, which happens all the time.
 */
export class ClusterStates {
  readonly #knex: Knex;
  readonly #states = new Map<number, ClusterState>();

  static create(knex: Knex): ClusterStates {
    return new ClusterStates(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Views of clusters that changed; 'all' when the state of any of them did. */
  async changed(clusterIds: number[]): Promise<string[] | 'all'> {
    const rows = await this.#knex('inventory_cluster as c')
      .join('inventory_source as s', 's.id', 'c.source_id')
      .where(inList(this.#knex, 'c.id', clusterIds, 'integer'))
      .select('c.id', 'c.name', 'c.state', 's.name as control_plane');
    let anyState = rows.length < clusterIds.length;
    for (const row of rows) {
      anyState ||= this.#states.get(row.id) !== row.state;
      this.#states.set(row.id, row.state);
    }
    return anyState
      ? 'all'
      : rows.map(row => clusterView(row.control_plane, row.name));
  }
}
