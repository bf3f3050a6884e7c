import { SourceRegistry } from '../../service/SourceRegistry';
import { EntityPipelineRecord } from './read/selectEntityPipelines';
import { EntityWorkloadRecord } from '../topology/selectEntityWorkloads';

/** Pipelines whose tool has written on the template of a workload that it applied it. */
export function markedPipelines(
  record: Pick<EntityWorkloadRecord, 'fact'>,
  pipelines: EntityPipelineRecord[],
  sources: Pick<SourceRegistry, 'get'>,
): EntityPipelineRecord[] {
  const marks = record.fact?.marks ?? {};
  return pipelines.filter(pipeline => {
    const mark = sources.get(pipeline.source)?.runs?.workloadMark?.annotation;
    return (
      mark !== undefined &&
      Object.hasOwn(marks, mark) &&
      marks[mark] === pipeline.key
    );
  });
}
