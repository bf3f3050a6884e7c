import {
  PlacementFact,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { workloadHash } from '../workloadHash';
import { NamedWorkload } from './FleetReader';
import { WorkloadRef } from './WritePlan';

/** A workload, and its template if it is known. */
export interface BookedWorkload {
  ref: WorkloadRef;
  fact?: WorkloadFact;
}

/**
 * The workloads that the placements of a batch name: stored ones, ones the batch itself changes, and stubs of those that
 * nobody has seen yet. Placements that name the same one share the entry, so that a stub is inserted once.
 */
export class WorkloadBook {
  readonly #source: string;
  readonly #byKey = new Map<string, BookedWorkload>();

  constructor(source: string) {
    this.#source = source;
  }

  addRows(rows: Iterable<NamedWorkload>): this {
    for (const row of rows) {
      this.#byKey.set(row.key, {
        ref: row,
        fact: row.fact ? JSON.parse(row.fact) : undefined,
      });
    }
    return this;
  }

  get(key: string): BookedWorkload | undefined {
    return this.#byKey.get(key);
  }

  /** The workload that a placement names; a stub if nobody has seen it. */
  of(placement: PlacementFact): BookedWorkload {
    const found = this.#byKey.get(placement.workloadKey);
    if (found) {
      return found;
    }
    const { group, version, kind, namespace, name } = placement.workload;
    const controlPlane = this.#source;
    const stub: BookedWorkload = {
      ref: {
        hash: workloadHash({ controlPlane, group, kind, namespace, name }),
        key: placement.workloadKey,
        api_group: group,
        api_version: version,
        kind,
        namespace,
        name,
      },
    };
    this.#byKey.set(placement.workloadKey, stub);
    return stub;
  }
}
