import { RunColumns, toRunRecord } from '../runs/runColumns';
import { RunRecord } from '../runs/RunRecord';
import { toPipelineRecord } from './pipelineColumns';
import { PipelineRecord } from './PipelineRecord';

/** A pipeline and the run it is shown with. */
export interface PipelineWithRun {
  pipeline: PipelineRecord;
  latest?: RunRecord;
}

/** A row of `RUN_COLUMNS` where there may be no run. */
export type PipelineWithRunColumns = Omit<RunColumns, 'run_id'> & {
  run_id: number | null;
};

/** The record of such a row. */
export function toPipelineWithRun(
  row: PipelineWithRunColumns,
): PipelineWithRun {
  const { run_id } = row;
  return {
    pipeline: toPipelineRecord(row),
    ...(run_id !== null && { latest: toRunRecord({ ...row, run_id }) }),
  };
}
