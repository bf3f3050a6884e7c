import { Pipeline } from '../../model/run/Pipeline';
import { PipelineRun } from '../../model/run/PipelineRun';
import { Gate } from '../../model/run/Gate';
import { StageMark } from '../../model/run/Stage';
import { Sentence } from '../../model/Sentence';
import { Freshness } from './Placement';
import { RunRow } from './RunList';
import { EntityMatchExplanation, Tone } from './EntityTopology';
import { ViewMeta } from './ViewMeta';

/** Which rule linked a pipeline to an entity. @public */
export interface PipelineMatch {
  rule:
    | 'pipelines-annotation'
    | 'tool-annotation'
    | 'repository'
    | 'deployed-workload';
  /** False: only the entity says so, neither the tool nor the cluster does. */
  confirmed: boolean;
  reason: Sentence;
}

/** An object that a run applied to a control plane and that no policy places on any cluster. @public */
export interface PlacedNowhere {
  /** Hash of the workload, for use in paths. */
  workloadId: string;
  controlPlane: string;
  kind: string;
  namespace: string;
  name: string;
  sentence: Sentence;
}

/** A pipeline of an entity and how it fares. @public */
export interface EntityPipeline extends Pipeline {
  match: PipelineMatch;
  /** The run that is not over, else the newest. */
  latest?: PipelineRun;
  /** Where `latest` is a success for its tool: what is wrong with what it delivered, where that runs. */
  deployed?: Sentence & { tone: Tone };
  /** Stages of `latest`, in the order of the tool; empty while there are none. */
  stages: StageMark[];
  /** Gates of `latest` that wait. */
  gates: Gate[];
  /** Configured environment it delivers to. */
  environment?: string;
  /** Whether `latest` and everything else shown of it is what its source says now. */
  freshness: Freshness;
  /** What it applied to a control plane that places it on no cluster. */
  placedNowhere: PlacedNowhere[];
}

/** `GET /v1/entities/{namespace}/{kind}/{name}/runs`: pipelines and the newest runs first, by cursor. @public */
export interface EntityRuns extends ViewMeta {
  entityRef: string;
  /** The one sentence that matters most over all pipelines. */
  sentence?: Sentence & { tone: Tone };
  pipelines: EntityPipeline[];
  items: RunRow[];
  total: number;
  nextCursor?: string;
  match: EntityMatchExplanation;
}
