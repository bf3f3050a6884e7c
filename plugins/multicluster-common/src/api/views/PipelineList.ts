import { Pipeline } from '../../model/run/Pipeline';
import { PipelineRun } from '../../model/run/PipelineRun';
import { Sentence } from '../../model/Sentence';
import { Tone } from './EntityTopology';
import { Freshness } from './Placement';
import { ViewMeta } from './ViewMeta';

/** A pipeline in a list. @public */
export interface PipelineRow extends Pipeline {
  /** Entities it belongs to that the caller may see. */
  entityRefs: string[];
  environment?: string;
  /** Whether `latest` and everything else shown of it is what its source says now. */
  freshness: Freshness;
  latest?: PipelineRun;
  /** Where `latest` is a success for its tool: what is wrong with what it delivered, where that runs. */
  deployed?: Sentence & { tone: Tone };
  /** How many of its gates wait. */
  gatesWaiting: number;
}

/** `GET /v1/pipelines`: those in trouble or waiting first, then by name. @public */
export interface PipelineList extends ViewMeta {
  items: PipelineRow[];
  total: number;
  nextCursor?: string;
}

/** One object that a tool says is deployed. @public */
export interface LiveResource {
  id: string;
  parentIds: string[];
  name: string;
  kind: string;
  namespace?: string;
  health: 'healthy' | 'unhealthy' | 'unknown';
  message?: string;
}

/** `GET /v1/pipelines/{id}/live`: read from the tool when asked. @public */
export interface PipelineLive {
  /** Why there is nothing, or what is missing. */
  sentence?: Sentence;
  /** What differs from the repository, as the tool prints it. Text, never markup. */
  diff?: string;
  /** By deploy target, as the tool names them; one empty name where it has none. */
  targets: Array<{
    name: string;
    health: 'healthy' | 'unhealthy' | 'unknown' | 'no-resources';
    resources: LiveResource[];
  }>;
}
