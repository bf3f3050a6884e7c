import { SlicePlan } from '../store/SlicePlan';
import { TransitionWrite, Write } from '../store/WritePlan';
import { AgentRow, GateFactRow, PipelineRow, RunRow } from './rows';

/** A pipeline that a run names; a stub is inserted when it has no id yet. */
export type PipelineStub = Pick<PipelineRow, 'hash' | 'key' | 'name'> & {
  id?: number;
};

/** A run to write. `factChanged` is false when only what was derived differs. */
export interface RunWrite extends Omit<Write<RunRow>, 'pipeline_id'> {
  pipeline: PipelineStub;
  factChanged: boolean;
}

/** A gate to insert or update. */
export interface GateWrite {
  run: { id?: number };
  gate_id: string;
  state: string;
  actionable: boolean;
  opened_at: number | null;
  gate: string;
}

/** Everything one transaction writes of pipelines and runs, see `WritePlan`. */
export class RunsPlan implements SlicePlan {
  /** When it was made, in milliseconds since the epoch. */
  readonly at: number;
  readonly agents: Write<AgentRow>[] = [];
  readonly pipelines: Write<PipelineRow>[] = [];
  readonly runs: RunWrite[] = [];
  readonly gateFacts: Write<GateFactRow>[] = [];
  readonly gates: GateWrite[] = [];
  readonly gateDeletes: Array<{ run_id: number; gate_id: string }> = [];
  readonly rechecks: Array<{ id: number; recheck_at: number | null }> = [];
  readonly transitions: TransitionWrite[] = [];
  readonly deletes = {
    agent: [] as number[],
    pipeline: [] as number[],
    run: [] as number[],
    gate: [] as number[],
  };
  /** Runs to derive again, because something beside them changed: news, or only seen now. */
  readonly due = { loud: new Set<number>(), quiet: new Set<number>() };
  /** Pipelines whose view changes although no column of theirs does. */
  readonly touchedPipelines = new Set<number>();
  /** How many rows the lane gains or loses. */
  objects = 0;
  readonly kept: Array<{ id?: number }> = [];
  /** Up to which run everything was derived again; null: all of them were. */
  fanoutAfter?: number | null;

  constructor(at: number) {
    this.at = at;
  }

  /** Whether anything that a view may show is written. */
  get changesViews(): boolean {
    return (
      this.agents.length > 0 ||
      this.pipelines.length > 0 ||
      this.runs.length > 0 ||
      this.gateFacts.length > 0 ||
      Object.values(this.deletes).some(ids => ids.length > 0)
    );
  }

  /** Whether runs are to be derived again once it is written. */
  get hasDue(): boolean {
    return this.due.loud.size + this.due.quiet.size > 0;
  }

  /** Whether there is nothing to write at all. */
  get isEmpty(): boolean {
    return (
      !this.changesViews &&
      !this.hasDue &&
      this.rechecks.length === 0 &&
      this.fanoutAfter === undefined
    );
  }

  /** Has these runs derived again. `quiet`: what comes out differently is no change, it is seen first. */
  rederive(ids: Iterable<number>, { quiet }: { quiet: boolean }): void {
    for (const id of ids) {
      (quiet ? this.due.quiet : this.due.loud).add(id);
    }
  }
}
