import { Sentence } from '../Sentence';
import { Gate } from './Gate';
import { RunDetail, RunStatus } from './RunStatus';

/** What a stage does. @public */
export type StageKind =
  | 'task'
  | 'approval'
  | 'wait'
  | 'parallel'
  | 'matrix'
  | 'finally'
  | 'environment'
  | 'hook'
  | 'analysis'
  | 'rollback';

/** A part of a stage that has a log of its own. @public */
export interface Step {
  /** Unique within its stage. */
  id: string;
  name: string;
  status: RunStatus;
  nativeStatus: string;
  startedAt?: string;
  finishedAt?: string;
  hasLog: boolean;
}

/** A stage as the strip of a card shows it. @public */
export type StageMark = Pick<
  Stage,
  'id' | 'name' | 'kind' | 'status' | 'detail'
>;

/** A stage of a run. @public */
export interface Stage {
  /** Unique within its run only. */
  id: string;
  name: string;
  description?: string;
  kind: StageKind;
  status: RunStatus;
  detail?: RunDetail;
  /** As the tool wrote it, for example `STAGE_RUNNING` or `9`. */
  nativeStatus: string;
  /** Ids of the stages that come before it, of those shown. */
  requires: string[];
  /** The stage it is a part of. */
  parentId?: string;
  /** ISO 8601; from the first start seen, a restart of whoever runs it does not move it. */
  startedAt?: string;
  /** True: it ran already when it was first seen, and may have begun earlier. */
  startedAtMost?: boolean;
  /** ISO 8601. */
  finishedAt?: string;
  attempts?: number;
  steps: Step[];
  /** What the tool says of it: percentages, who skipped it, why it ended. */
  notes: Sentence[];
  /** Free text of the tool. Text, never markup. */
  message?: string;
  gate?: Gate;
  hasLog: boolean;
  url?: string;
}
