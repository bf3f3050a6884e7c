import { JsonObject } from '@backstage/types';
import {
  Gate,
  sentence,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedRun,
  DeriveRunInput,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { ToolRun } from '../tool/ToolRun';

type ToolNative = ToolRun & JsonObject;

/** What is stored of a run of the tool. */
export function toRunFact(run: ToolRun): RunFact<ToolNative> {
  return {
    type: 'run',
    key: run.key,
    pipelineKey: run.pipeline,
    pipelineName: run.pipeline,
    createdAt: run.createdAt,
    trigger: { kind: 'commit' },
    commit: { sha: run.key, author: 'Somebody' },
    artifacts: [{ kind: 'image', name: 'shop', version: `sha256:${run.key}` }],
    active: run.state === 'waiting',
    native: run as ToolNative,
  };
}

const ENDS = {
  waiting: { run: 'waiting', stage: 'running', says: 'run.running' },
  succeeded: { run: 'succeeded', stage: 'succeeded', says: 'run.succeeded' },
  failed: { run: 'failed', stage: 'failed', says: 'run.failed' },
} as const;

/** What its product would say of such a run. */
export function deriveToolRun({ run }: DeriveRunInput): DerivedRun {
  const native = run.native as ToolNative;
  const end = ENDS[native.state];
  return {
    status: end.run,
    nativeStatus: native.state,
    sentence: sentence(end.says),
    startedAt: native.createdAt,
    ...(native.state !== 'waiting' && { finishedAt: native.createdAt }),
    notes: [],
    stages: [stageOf(native)],
  };
}

function stageOf(native: ToolRun): Stage {
  const end = ENDS[native.state];
  const common = {
    id: 'stage',
    nativeStatus: native.state,
    requires: [],
    steps: [],
    notes: [],
    hasLog: false,
  };
  return native.gate === 'script'
    ? { ...common, name: 'Ask', kind: 'task', status: end.stage }
    : {
        ...common,
        name: 'Approval',
        kind: 'approval',
        status: end.run,
        gate: gateOf(native),
      };
}

function gateOf(native: ToolRun): Gate {
  const waiting = native.state === 'waiting';
  const people = new Map(
    native.decisions.map(({ voter, verdict }) => [voter, verdict]),
  );
  const ended = native.state === 'failed' ? 'rejected' : 'approved';
  return {
    id: 'approval',
    stageId: 'stage',
    state: waiting ? 'pending' : ended,
    version: native.key,
    title: 'Approval',
    approvers: [],
    anyone: true,
    quorum: { kind: 'n-of', n: native.needed, received: people.size },
    decisions: [...people].map(([nativeId, verdict]) => ({
      actor: { nativeId, kind: 'user' },
      verdict: verdict === 'reject' ? 'rejected' : 'approved',
      listed: true,
    })),
    openedAt: native.createdAt,
    enforcement: 'enforced',
    identityModes: ['impersonated'],
    actionable: waiting,
    sentence: sentence('gate.upcoming'),
  };
}
