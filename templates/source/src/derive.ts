import {
  Gate,
  isRunOver,
  RunStatus,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedRun,
  DeriveRunInput,
} from '@fairway/backstage-plugin-multicluster-node';
import { deriveGate } from './deriveGate';
import { deriveStages } from './deriveStages';
import { momentOf, textOf } from './json';
import { statusOf } from './statuses';

/**
 * What a run is said to be. Pure and total: it is given whatever is stored, and never throws. A status that nobody knows reads
 * `unknown`, never `succeeded`.
 *
 * @internal
 */
export function derive(input: DeriveRunInput): DerivedRun {
  const { run, ahead } = input;
  const nativeStatus = textOf(run.native.status);
  const known = statusOf(nativeStatus) ?? 'unknown';
  const status = known === 'pending' && ahead.length > 0 ? 'queued' : known;
  const { stages, memory } = deriveStages(input, status);
  const gate = deriveGate(run, status);
  const failed = stages.find(stage => stage.status === 'failed');
  const carrier = stages.find(({ id }) => id === gate?.stageId);
  if (carrier && gate) {
    carrier.gate = gate;
    carrier.kind = 'approval';
    carrier.status = gate.actionable ? 'waiting' : carrier.status;
  }
  return {
    status,
    nativeStatus,
    sentence: gate?.actionable
      ? waitingFor(gate, carrier?.name ?? gate.title)
      : sentenceOf(status, nativeStatus, ahead.length, failed?.name),
    stages,
    ...(gate && !carrier && { gates: [{ ...gate, stageId: undefined }] }),
    notes: [],
    startedAt: run.createdAt,
    ...(isRunOver(status) && { finishedAt: endOf(input) }),
    memory,
  };
}

function endOf({ run }: DeriveRunInput): string {
  const end = momentOf(run.native.finishedAt) ?? run.createdAt;
  return Date.parse(end) < Date.parse(run.createdAt) ? run.createdAt : end;
}

function waitingFor(gate: Gate, stage: string): Sentence {
  const names = gate.approvers.map(({ nativeId }) => nativeId).join(', ');
  const parts = [
    gate.anyone
      ? sentence('gate.part.anyone')
      : sentence('gate.part.approvers', { names }),
  ];
  return sentence('run.waiting', { stage, parts });
}

function sentenceOf(
  status: RunStatus,
  native: string,
  count: number,
  failedAt?: string,
): Sentence {
  switch (status) {
    case 'failed':
      return failedAt
        ? sentence('run.failedAt', { stage: failedAt })
        : sentence('run.failed');
    case 'queued':
      return sentence('run.queued', { count });
    case 'pending':
    case 'running':
    case 'succeeded':
    case 'cancelled':
      return sentence(`run.${status}`);
    default:
      return sentence('run.unknown', { native });
  }
}
