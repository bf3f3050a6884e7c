import { Knex } from 'knex';
import { InventoryChange } from '../../inventory/hints/InventoryChange';
import { ArmedLane } from './ArmedLane';
import { selectConcerned } from './selectConcerned';

/** What was heard of lanes since they were looked at last. */
export class LaneConcerns {
  static create(): LaneConcerns {
    return new LaneConcerns();
  }

  everything = false;
  lanes = new Set<string>();
  #sources = new Set<string>();
  #workloads = new Set<number>();

  private constructor() {}

  get isEmpty(): boolean {
    const heard = this.lanes.size + this.#sources.size + this.#workloads.size;
    return !this.everything && heard === 0;
  }

  hear(changes: readonly InventoryChange[]): void {
    for (const { source, all, workloadIds, clusterIds } of changes) {
      // What a cluster that is lost means for a lane is not told by its workloads.
      if (all || clusterIds.size > 0) {
        this.#sources.add(source);
      }
      workloadIds.forEach(id => this.#workloads.add(id));
    }
  }

  /** The same as if what another heard had been heard here. */
  add(other: LaneConcerns): void {
    this.everything ||= other.everything;
    other.lanes.forEach(id => this.lanes.add(id));
    other.#sources.forEach(source => this.#sources.add(source));
    other.#workloads.forEach(id => this.#workloads.add(id));
  }

  /** Which lanes that concerns; undefined: all. */
  async filter(
    knex: Knex,
  ): Promise<((lane: ArmedLane) => boolean) | undefined> {
    if (this.everything) {
      return undefined;
    }
    const concerned =
      this.#workloads.size === 0
        ? new Set<string>()
        : await selectConcerned(knex, this.#workloads);
    return ({ id, source, policyKey }) =>
      this.#sources.has(source) ||
      this.lanes.has(id) ||
      concerned.has(JSON.stringify([source, policyKey]));
  }
}
