import {
  DeliverySource,
  PipelineAnnotations,
} from '@fairway/backstage-plugin-multicluster-node';

/** How the configured delivery tools join their pipelines with entities and workloads. */
export interface PipelineTools {
  /** Every annotation of entities that a tool calls its own; undefined: no tool is configured. */
  readonly annotations?: readonly string[];
  /** Annotations of workloads that hold the key of a pipeline. */
  readonly marks: readonly string[];
  /** How pipelines of a source are named by entities and on workloads. */
  of(source: string): { annotations?: PipelineAnnotations; mark?: string };
}

/** {@link PipelineTools} of the configured sources. */
export function pipelineToolsOf(
  sources: ReadonlyArray<Pick<DeliverySource, 'id' | 'runs'>>,
): PipelineTools {
  const tools = sources.filter(source => source.runs);
  const annotations = tools.flatMap(({ runs }) =>
    Object.values(runs?.annotations ?? {}),
  );
  const marks = tools.flatMap(({ runs }) => runs?.workloadMark ?? []);
  const byId = new Map(tools.map(({ id, runs }) => [id, runs]));
  return {
    ...(tools.length > 0 && { annotations: [...new Set(annotations)].sort() }),
    marks: [...new Set(marks.map(mark => mark.annotation))],
    of(source) {
      const runs = byId.get(source);
      return {
        ...(runs?.annotations && { annotations: runs.annotations }),
        ...(runs?.workloadMark && { mark: runs.workloadMark.annotation }),
      };
    },
  };
}
