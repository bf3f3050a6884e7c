import { Sentence } from '../../model/Sentence';
import { Gate } from '../../model/run/Gate';
import { PipelineRun } from '../../model/run/PipelineRun';
import { Freshness } from './Placement';
import { Tone } from './EntityTopology';
import { ViewMeta } from './ViewMeta';

/** A run in a list. @public */
export interface RunRow extends PipelineRun {
  /** Entities it belongs to that the caller may see. */
  entityRefs: string[];
  environment?: string;
  /** Gates that wait. */
  gates: Gate[];
  freshness: Freshness;
  /** Of the latest run of its pipeline, where its tool says success: what is wrong with what it delivered, where that runs. */
  deployed?: Sentence & { tone: Tone };
}

/** `GET /v1/runs`: runs that wait or are in trouble first, then the newest. @public */
export interface RunList extends ViewMeta {
  items: RunRow[];
  total: number;
  nextCursor?: string;
}
