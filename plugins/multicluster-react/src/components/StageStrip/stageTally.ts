import {
  RunStatus,
  StageMark,
} from '@fairway/backstage-plugin-multicluster-common';

const DONE: ReadonlySet<RunStatus> = new Set(['succeeded', 'skipped']);
const AHEAD: ReadonlySet<RunStatus> = new Set(['pending', 'queued']);

/** What a strip names: where the run is, and what went wrong; stages that are done or not begun are shapes. @internal */
export function isNamed(stage: StageMark): boolean {
  return (
    stage.detail !== undefined ||
    !(DONE.has(stage.status) || AHEAD.has(stage.status))
  );
}

/** How many stages did what they were for, of all: one that was left out did nothing. @internal */
export function stageTally(stages: StageMark[]): {
  done: number;
  total: number;
} {
  return {
    done: stages.filter(({ status }) => status === 'succeeded').length,
    total: stages.length,
  };
}
