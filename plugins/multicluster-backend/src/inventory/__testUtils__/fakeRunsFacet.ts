import {
  Gate,
  GateState,
  RunStatus,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedRun,
  DeriveRunInput,
} from '@fairway/backstage-plugin-multicluster-node';

/** What {@link fakeRunsFacet} derives from, see {@link runsFacts}. */
export interface FakeRunNative {
  /** `running` where absent; one that is `pending` is `queued` while a run is ahead of it. */
  status?: RunStatus;
  startedAt?: string;
  finishedAt?: string;
  /** Stages by id; one that waits has a gate of the same id. */
  stages?: Record<string, RunStatus>;
  /** Derived again after so long, and then `unknown`. */
  recheckAfterMs?: number;
  fails?: boolean;
}

/** Rules simple enough to be foreseen: the fact says what to derive, and what is beside an active run shows in its summary. */
export function fakeRunsFacet() {
  const inputs: DeriveRunInput[] = [];
  return {
    /** Everything it was asked, oldest first. */
    inputs,
    derive(input: DeriveRunInput): DerivedRun {
      inputs.push(input);
      const native = input.run.native as FakeRunNative;
      if (native.fails) {
        throw new Error('this run breaks the rules');
      }
      const waited = (input.previous?.recheckAt ?? Infinity) <= input.now;
      const status = waited ? 'unknown' : statusOf(input, native);
      const gates = input.gates.map(({ key, native: gate }) =>
        toGate(key, gate.state as GateState),
      );
      return {
        status,
        nativeStatus: status.toLocaleUpperCase('en-US'),
        sentence: { code: `fake.${status}`, params: {}, text: status },
        ...(input.run.active && { summary: summaryOf(input) }),
        ...(native.startedAt && { startedAt: native.startedAt }),
        ...(native.finishedAt && { finishedAt: native.finishedAt }),
        stages: Object.entries(native.stages ?? {}).map(([id, one]) =>
          toStage(id, one),
        ),
        ...(gates.length > 0 && { gates }),
        notes: [],
        ...(native.recheckAfterMs !== undefined &&
          !waited && { recheckAt: input.now + native.recheckAfterMs }),
      };
    },
  };
}

function statusOf(input: DeriveRunInput, native: FakeRunNative): RunStatus {
  const status = native.status ?? 'running';
  return status === 'pending' && input.ahead.length > 0 ? 'queued' : status;
}

function summaryOf({ pipeline, agent, ahead }: DeriveRunInput): string {
  const behind = ahead.map(({ key, status }) => `${key} ${status}`).join(', ');
  return `${pipeline?.name ?? 'unknown'} by ${
    agent?.state ?? 'nobody'
  } behind [${behind}]`;
}

function toStage(id: string, status: RunStatus): Stage {
  return {
    id,
    name: id,
    kind: 'task',
    status,
    nativeStatus: status.toLocaleUpperCase('en-US'),
    requires: [],
    steps: [],
    notes: [],
    hasLog: false,
    ...(status === 'waiting' && { gate: toGate(id, 'pending') }),
  };
}

function toGate(id: string, state: GateState): Gate {
  return {
    id,
    state,
    version: '1',
    title: id,
    approvers: [],
    anyone: true,
    quorum: { kind: 'any', received: 0 },
    decisions: [],
    enforcement: 'enforced',
    identityModes: ['deep-link'],
    actionable: state === 'pending',
    sentence: { code: `fake.gate.${state}`, params: {}, text: state },
  };
}
