import {
  Gate,
  isRunOver,
  RunStatus,
  sentence,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';
import { JsonObject, JsonValue } from '@backstage/types';
import { DerivedRun, DeriveRunInput } from '../../../../contract';
import { isMoment } from '../isMoment';
import { Flaws } from './flaws';

const statuses: Record<string, RunStatus> = {
  PENDING: 'pending',
  RUNNING: 'running',
  ROLLING_BACK: 'running',
  GATED: 'waiting',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
};

const stageStatuses: Record<string, RunStatus> = {
  WAITING: 'pending',
  RUNNING: 'running',
  OK: 'succeeded',
  FAILED: 'failed',
  STOPPED: 'cancelled',
};

export function toyDerive(input: DeriveRunInput, flaws: Flaws): DerivedRun {
  const { native, createdAt } = input.run;
  if (flaws.has('changes what it is given')) {
    Object.assign(native, { seen: true });
  }
  const nativeStatus = textOf(native.status);
  const queued = nativeStatus === 'PENDING' && input.ahead.length > 0;
  const status: RunStatus =
    queued && !flaws.has('never queues')
      ? 'queued'
      : statusOf(nativeStatus, flaws);
  const finishedAt = isRunOver(status)
    ? momentOf(native.ended) ?? createdAt
    : undefined;
  const memory = { ...(input.previous?.memory ?? {}) } as JsonObject;
  const stages = stagesOf(input, status, memory, flaws);
  const derived: DerivedRun = {
    status,
    nativeStatus,
    sentence: flaws.has('says what cannot be translated')
      ? { code: 'x.y', params: {}, text: 'so it is' }
      : sentence('run.running'),
    stages,
    notes: [],
    startedAt: createdAt,
    ...(finishedAt &&
      !flaws.has('knows no end') && {
        finishedAt: finishedAt < createdAt ? createdAt : finishedAt,
      }),
    ...(nativeStatus === 'ROLLING_BACK' && { detail: 'rolling-back' }),
    memory: flaws.has('remembers what is no JSON')
      ? ({
          at: new Map([[1, 2]]),
          seen: input.previous?.memory?.at instanceof Map,
        } as unknown as JsonObject)
      : memory,
  };
  if (flaws.has('derives by chance')) {
    derived.summary = String(Math.random());
  }
  if (flaws.has('never rests')) {
    derived.summary = `${input.previous?.summary ?? ''}x`;
  }
  if (flaws.has('asks for a look in the past')) {
    derived.recheckAt = 1;
  }
  if (flaws.has('requires what is not shown')) {
    derived.stages[0]?.requires.push('hidden');
  }
  if (flaws.has('throws') && !Array.isArray(native.stages)) {
    throw new TypeError('stages is not iterable');
  }
  return derived;
}

function statusOf(native: string, flaws: Flaws): RunStatus {
  if (!Object.hasOwn(statuses, native)) {
    return flaws.has('takes the unknown for well') ? 'succeeded' : 'unknown';
  }
  return native === 'GATED' && flaws.has('calls waiting running')
    ? 'running'
    : statuses[native];
}

function stagesOf(
  { run }: DeriveRunInput,
  status: RunStatus,
  memory: JsonObject,
  flaws: Flaws,
): Stage[] {
  const list = Array.isArray(run.native.stages) ? run.native.stages : [];
  const gate = gateOf(run.native, status, run.key, flaws);
  return list.map((entry, index) => {
    const stage = objectOf(entry);
    const id = `${index}-${textOf(stage.id) || 'stage'}`;
    const shown = flaws.has('hides ids') ? id : textOf(stage.id);
    const unique =
      list.filter(e => textOf(objectOf(e).id) === shown).length === 1;
    const native = textOf(stage.status);
    const own = Object.hasOwn(stageStatuses, native)
      ? stageStatuses[native]
      : 'unknown';
    const startedAt = startOf(id, momentOf(stage.began), memory, flaws);
    const end = momentOf(stage.ended);
    const leftOver = flaws.has('leaves stages running') && own !== 'pending';
    return {
      id: unique && shown ? shown : id,
      name: textOf(stage.id),
      kind: 'task',
      status: leftOver ? 'running' : settled(own, status),
      nativeStatus: native,
      requires: [],
      ...(startedAt && { startedAt }),
      ...(end && {
        finishedAt: startedAt && end < startedAt ? startedAt : end,
      }),
      steps: [],
      notes: [],
      hasLog: true,
      ...(index === 0 && gate && { gate }),
    };
  });
}

function settled(own: RunStatus, run: RunStatus): RunStatus {
  return isRunOver(run) && ['running', 'waiting'].includes(own)
    ? 'cancelled'
    : own;
}

function startOf(
  id: string,
  began: string | undefined,
  memory: JsonObject,
  flaws: Flaws,
): string | undefined {
  const name = `start ${id}`;
  const first = momentOf(memory[name]) ?? began;
  if (first) {
    memory[name] = first;
  }
  return flaws.has('moves starts') ? began : first;
}

function gateOf(
  native: JsonObject,
  status: RunStatus,
  key: string,
  flaws: Flaws,
): Gate | undefined {
  if (typeof native.gate !== 'object' || native.gate === null) {
    return undefined;
  }
  const gate = objectOf(native.gate);
  const names = listOf(gate.approvedBy);
  const state = gateState(
    textOf(gate.state),
    status,
    textOf(native.status),
    flaws,
  );
  const needed = Number.isInteger(gate.needed) && Number(gate.needed) > 0;
  const received = flaws.has('counts twice') ? names.length * 2 : names.length;
  return {
    id: 'approval',
    state,
    version: versionOf(`${key}/${textOf(gate.opening)}`, flaws),
    title: 'Approval',
    approvers: flaws.has('hides approvers')
      ? []
      : listOf(gate.approvers).map(nativeId => ({ nativeId, kind: 'user' })),
    anyone: flaws.has('hides approvers'),
    quorum: {
      kind: 'n-of',
      received,
      ...(needed && { n: Number(gate.needed) }),
    },
    decisions: decisionsOf(names, state, flaws),
    enforcement: 'enforced',
    identityModes: flaws.has('says no way')
      ? []
      : ['impersonated', 'deep-link'],
    actionable: flaws.has('is always actionable') || state === 'pending',
    sentence: sentence('gate.part.nobody'),
    url: 'https://toy.example.com/',
  };
}

function versionOf(version: string, flaws: Flaws): string {
  if (flaws.has('knows no versions')) {
    return 'approval';
  }
  return flaws.has('has versions that move') ? String(Math.random()) : version;
}

function decisionsOf(names: string[], state: string, flaws: Flaws) {
  const blamed = flaws.has('blames somebody') && state !== 'pending';
  const who = flaws.has('names the robot') ? names.map(() => 'robot') : names;
  return (blamed ? [...who, 'nobody'] : who).map(nativeId => ({
    actor: { nativeId, kind: 'user' as const },
    verdict: 'approved' as const,
    listed: true,
  }));
}

function gateState(
  native: string,
  status: RunStatus,
  run: string,
  flaws: Flaws,
): Gate['state'] {
  if (native === 'APPROVED') {
    return 'approved';
  }
  if (native === 'EXPIRED') {
    return flaws.has('takes a timeout for a cancel') ? 'cancelled' : 'expired';
  }
  if (native !== 'OPEN') {
    return 'unknown';
  }
  if (isRunOver(status) || run === 'ROLLING_BACK') {
    return flaws.has('keeps gates open') ? 'pending' : 'orphaned';
  }
  return run === 'GATED' ? 'pending' : 'upcoming';
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

function listOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [];
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}

function momentOf(value: JsonValue | undefined): string | undefined {
  return isMoment(value) ? String(value) : undefined;
}
