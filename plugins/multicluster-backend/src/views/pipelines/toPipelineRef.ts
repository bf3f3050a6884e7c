import { PipelineRef } from '@fairway/backstage-plugin-multicluster-common';
import { SourceRegistry } from '../../service/SourceRegistry';
import { PipelineRecord } from './PipelineRecord';

/** Which pipeline it is, and what its tool is called. */
export function toPipelineRef(
  record: PipelineRecord,
  sources: Pick<SourceRegistry, 'get'>,
): PipelineRef {
  const source = sources.get(record.source);
  const tool = source?.product ?? source?.type;
  return {
    id: record.hash,
    nativeId: record.key,
    name: record.name,
    ...(record.fact?.url && { url: record.fact.url }),
    ...(tool && { tool }),
  };
}
