import { JsonObject } from '@backstage/types';
import {
  PipelineFact,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { PipelineMessage, RunMessage } from './messages';

const OVER = ['SUCCEEDED', 'FAILED', 'CANCELLED'];

/** What is kept of a pipeline. Pure. @internal */
export function projectPipeline(message: PipelineMessage): PipelineFact {
  return {
    type: 'pipeline',
    key: message.id,
    name: message.name,
    labels: message.labels,
    deployTargets: [],
    sync: { status: 'unknown' },
    disabled: !message.enabled,
    deleted: false,
    url: message.url,
    native: {},
  };
}

/**
 * What is kept of a run. Pure. `revision` is not: it moves by itself, and equal facts are never written twice. What is not
 * named here (parameters, secrets) is never stored.
 *
 * @internal
 */
export function projectRun(message: RunMessage): RunFact {
  const { status, stages, approval, finishedAt } = message;
  const native = {
    status,
    finishedAt,
    stages: stages.map(({ id, name, after, ...stage }) => ({
      id,
      name,
      after,
      status: stage.status,
      startedAt: stage.startedAt,
      finishedAt: stage.finishedAt,
    })),
    approval,
  };
  return {
    type: 'run',
    key: message.id,
    pipelineKey: message.pipeline,
    pipelineName: message.pipelineName,
    number: message.number,
    createdAt: message.createdAt,
    trigger: {
      kind: 'manual',
      actor: { nativeId: message.startedBy, kind: 'user' },
    },
    artifacts: [],
    url: message.url,
    active: !OVER.includes(status),
    // Without fields that are undefined: facts are JSON.
    native: JSON.parse(JSON.stringify(native)) as JsonObject,
  };
}
