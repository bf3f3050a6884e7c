import { Gate } from '../../model/run/Gate';
import { PipelineRun } from '../../model/run/PipelineRun';
import { Freshness } from './Placement';
import { ViewMeta } from './ViewMeta';

/** A run in a list. @public */
export interface RunRow extends PipelineRun {
  /** Entities it belongs to that the caller may see. */
  entityRefs: string[];
  environment?: string;
  /** Gates that wait. */
  gates: Gate[];
  freshness: Freshness;
}

/** `GET /v1/runs`: runs that wait or are in trouble first, then the newest. @public */
export interface RunList extends ViewMeta {
  items: RunRow[];
  total: number;
  nextCursor?: string;
}
