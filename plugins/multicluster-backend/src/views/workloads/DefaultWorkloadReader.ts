import {
  WorkloadDetail,
  WorkloadList,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { Paging } from '../../service/FleetService';
import { ViewBody } from '../../service/ViewBody';
import { WorkloadReader } from '../../service/WorkloadService';
import { listWorkloads, WorkloadListOptions } from './listWorkloads';
import { readWorkloadDetail } from './readWorkloadDetail';

/** Reads workloads from the stored rows. */
export class DefaultWorkloadReader implements WorkloadReader {
  readonly #options: WorkloadListOptions;
  readonly #knex: Knex;

  static create(options: WorkloadListOptions): WorkloadReader {
    return new DefaultWorkloadReader(options);
  }

  private constructor(options: WorkloadListOptions) {
    this.#options = options;
    this.#knex = options.knex;
  }

  async list(
    request: Paging & { filter?: string; entityRefs?: string[] },
  ): Promise<ViewBody<WorkloadList>> {
    return listWorkloads(this.#options, request);
  }

  async workload(id: string): Promise<ViewBody<WorkloadDetail> | undefined> {
    return readWorkloadDetail(this.#options, id);
  }

  async entitiesOf(id: string) {
    const rows = await this.#knex('inventory_workload as w')
      .leftJoin('entity_match as m', 'm.workload_id', 'w.id')
      .where('w.hash', id)
      .select('m.entity_ref', 'm.confirmed');
    return rows.length === 0
      ? undefined
      : rows
          .filter(row => row.entity_ref !== null)
          .map(row => ({
            entityRef: row.entity_ref,
            confirmed: Boolean(row.confirmed),
          }));
  }

  async entitiesOwnedBy(ownerRefs: string[]): Promise<string[]> {
    const rows = await this.#knex('entity_claim')
      .where(inList(this.#knex, 'owner_ref', ownerRefs, 'text'))
      .orderBy('entity_ref')
      .select('entity_ref');
    return rows.map(row => row.entity_ref);
  }
}
