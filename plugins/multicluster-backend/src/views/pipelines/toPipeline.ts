import { Pipeline } from '@fairway/backstage-plugin-multicluster-common';
import { SourceRegistry } from '../../service/SourceRegistry';
import { PipelineRecord } from './PipelineRecord';
import { toAgent } from './toAgent';
import { toPipelineRef } from './toPipelineRef';

/** A stored pipeline as the API gives it. */
export function toPipeline(
  record: PipelineRecord,
  sources: Pick<SourceRegistry, 'get'>,
): Pipeline {
  const { fact, agent } = record;
  return {
    ...toPipelineRef(record, sources),
    source: record.source,
    labels: fact?.labels ?? {},
    sync: fact?.sync ?? { status: 'unknown' },
    ...(fact?.hold && { hold: fact.hold }),
    ...(agent && { agent: toAgent(agent) }),
    deployTargets: fact?.deployTargets ?? [],
    ...(fact?.repository && { repository: fact.repository }),
    disabled: fact?.disabled ?? false,
  };
}
