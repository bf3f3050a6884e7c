import { RunFact } from '@fairway/backstage-plugin-multicluster-node';
import { BookedPipeline } from './PipelineBook';
import { RunRow } from './rows';

/** A run to derive. */
export interface RunItem {
  fact: RunFact;
  /** JSON of the fact, and its hash. */
  json: string;
  hash: string;
  laneId: number | null;
  pipeline: BookedPipeline;
  /** Where it stands among the runs of its pipeline. */
  order: { key: string; createdAt: number };
  /** What is stored of it; absent: it is new. */
  row?: RunRow;
}
