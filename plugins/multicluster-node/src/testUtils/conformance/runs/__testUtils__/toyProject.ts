import { JsonObject } from '@backstage/types';
import { AgentFact, PipelineFact, RunFact } from '../../../../contract';
import { Flaws } from './flaws';
import { ToyPipeline, ToyRun } from './ToyTool';

const OVER = ['SUCCEEDED', 'FAILED', 'CANCELLED'];

export function projectPipeline(pipeline: ToyPipeline): PipelineFact {
  const { id, name, enabled, labels } = pipeline;
  return {
    type: 'pipeline',
    key: id,
    name,
    labels,
    agentKey: `agent of ${id}`,
    deployTargets: [],
    sync: { status: 'unknown' },
    disabled: !enabled,
    deleted: false,
    native: {},
  };
}

export function projectAgent({ id, agentOnline }: ToyPipeline): AgentFact {
  return {
    type: 'agent',
    key: `agent of ${id}`,
    name: `agent of ${id}`,
    state: agentOnline ? 'online' : 'offline',
    disabled: false,
  };
}

export function projectRun(
  run: ToyRun,
  pipelineName: string,
  flaws: Flaws,
): RunFact {
  const { id, created, status, stages, gate, ended, labels } = run;
  const native: JsonObject = JSON.parse(
    JSON.stringify({
      status,
      stages,
      gate,
      ended,
      labels: flaws.has('compares texts') ? JSON.stringify(labels) : labels,
      updated: flaws.has('keeps stamps') ? run.updated : undefined,
      password: flaws.has('keeps passwords') ? run.password : undefined,
      since: flaws.has('keeps a moment of its own') ? Date.now() : undefined,
      nothing: flaws.has('is no JSON') ? 1 : undefined,
    }),
  );
  return {
    type: 'run',
    key: flaws.has('invents keys') ? `${id}-${flaws.instance}` : id,
    pipelineKey: flaws.has('loses the pipeline') ? '' : run.pipeline,
    pipelineName,
    createdAt: flaws.has('writes times of its own')
      ? String(Date.parse(created))
      : created,
    trigger: { kind: 'unknown' },
    artifacts: [],
    active:
      flaws.has('never ends a run') ||
      (!flaws.has('takes every run for over') && !OVER.includes(status)),
    native: flaws.has('is no JSON')
      ? { ...native, at: new Date(created) as unknown as string }
      : native,
  };
}
