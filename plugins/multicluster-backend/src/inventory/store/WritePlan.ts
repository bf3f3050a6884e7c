import { SlicePlan } from './SlicePlan';
import { ClusterRow, PlacementRow, PolicyRow, WorkloadRow } from './rows';

/** A row to insert, or to update when it has an id. The id is filled in when the row is inserted. */
export type Write<T extends { id: number }> = Omit<T, 'id'> & { id?: number };

/** A workload that a placement names; a stub is inserted when it has no id yet. */
export type WorkloadRef = Pick<
  WorkloadRow,
  'hash' | 'key' | 'api_group' | 'api_version' | 'kind' | 'namespace' | 'name'
> & { id?: number };

/** A placement to write. `factChanged` is false when only what was derived differs. */
export interface PlacementWrite
  extends Omit<Write<PlacementRow>, 'workload_id'> {
  workload: WorkloadRef;
  factChanged: boolean;
}

/** A target to insert or update. */
export interface TargetWrite {
  placement: PlacementWrite;
  cluster: string;
  state: string;
  state_since: number;
  derived: string;
}

/** Images and settings of one generation of one incarnation. */
export interface ImagesWrite {
  workload: Write<WorkloadRow>;
  uid: string;
  generation: number;
  images: string;
  /** {@inheritDoc WorkloadFact.settings} */
  settings?: string;
}

/** What delivery tools wrote on a template, by annotation; empty: nothing any more. */
export interface MarksWrite {
  /** Row whose id is known by the time the marks are written. */
  workload: { id?: number };
  marks: Record<string, string>;
}

/** A change of a derived field. */
export interface TransitionWrite {
  subjectType: 'cluster' | 'placement' | 'agent' | 'run';
  /** Row whose id is known by the time the transition is written. */
  owner: { id?: number };
  subject: string;
  field: string;
  from?: string;
  to: string;
  at: number;
  cause?: string;
  /** Of a content: the version that stayed as it was. */
  version?: string;
}

/**
 * Everything one transaction writes.
 *
 * @remarks
 * Reading, deriving and comparing happen before the transaction begins, so that it is short: on SQLite nobody else reads
 * while it runs. Nobody else can write what the plan was made from, because the fence is checked in the transaction and
 * there is one writer for each fence.
 */
export class WritePlan implements SlicePlan {
  /** When it was made, in milliseconds since the epoch. */
  readonly at: number;
  readonly clusters: Write<ClusterRow>[] = [];
  readonly workloads: Write<WorkloadRow>[] = [];
  readonly policies: Write<PolicyRow>[] = [];
  readonly placements: PlacementWrite[] = [];
  readonly rechecks: Array<{ id: number; recheck_at: number | null }> = [];
  readonly targets: TargetWrite[] = [];
  readonly targetDeletes: Array<{ placement_id: number; cluster_id: number }> =
    [];
  readonly images: ImagesWrite[] = [];
  /** Workloads in a new incarnation, whose generations count from 1 again. */
  readonly forgetImages: Array<{ id?: number }> = [];
  readonly marks: MarksWrite[] = [];
  readonly transitions: TransitionWrite[] = [];
  /**
   * Namespaces whose placements must be derived again (empty string: all), and whether what comes out differently is no
   * change because it is seen for the first time.
   */
  readonly fanouts = new Map<string, { quiet: boolean }>();
  readonly deletes = {
    cluster: [] as number[],
    workload: [] as number[],
    policy: [] as number[],
    placement: [] as number[],
  };
  /** Workloads whose view changes although no column of theirs does. */
  readonly touchedWorkloads = new Set<number>();
  /** How many rows the lane gains or loses. */
  objects = 0;
  /** Rows that the facts of the batch are kept in, written or not: what a sweep has seen. */
  readonly kept: Array<{ id?: number }> = [];
  /** How far a fan-out has come; `after_id` undefined: it is done. */
  fanoutProgress?: { id: number; after_id?: number };

  constructor(at: number) {
    this.at = at;
  }

  /** Whether anything that a view may show is written. */
  get changesViews(): boolean {
    return (
      this.clusters.length > 0 ||
      this.workloads.length > 0 ||
      this.policies.length > 0 ||
      this.placements.length > 0 ||
      this.targetDeletes.length > 0 ||
      this.touchedWorkloads.size > 0 ||
      Object.values(this.deletes).some(ids => ids.length > 0)
    );
  }

  /** Whether there is nothing to write at all. */
  get isEmpty(): boolean {
    return (
      !this.changesViews &&
      !this.fanoutProgress &&
      this.rechecks.length === 0 &&
      this.fanouts.size === 0
    );
  }
}
