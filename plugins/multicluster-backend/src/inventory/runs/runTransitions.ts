import {
  Gate,
  isRunOver,
  RunStatus,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedRun,
  gatesOf,
} from '@fairway/backstage-plugin-multicluster-node';
import { TransitionWrite } from '../store/WritePlan';

type Change = Omit<TransitionWrite, 'subjectType' | 'owner'>;

/**
 * What became another since a run was last derived: its status, those of its stages, and the states of its gates.
 *
 * Each is dated by what the tool says of it where it does, else by now: lead times are read from these, and a poll that
 * comes ten seconds late must not make a stage ten seconds longer.
 */
export function runTransitions(
  derived: DerivedRun,
  previous: DerivedRun | undefined,
  now: number,
): Change[] {
  return [
    ...runChange(derived, previous, now),
    ...stageChanges(derived, previous, now),
    ...gateChanges(derived, previous, now),
  ];
}

function runChange(
  derived: DerivedRun,
  previous: DerivedRun | undefined,
  now: number,
): Change[] {
  const { status, detail, sentence } = derived;
  return status === previous?.status
    ? []
    : [
        {
          subject: 'status',
          field: 'status',
          from: previous?.status,
          to: status,
          at: begun(derived, previous?.status, now),
          cause: detail ?? sentence.code,
        },
      ];
}

function stageChanges(
  derived: DerivedRun,
  previous: DerivedRun | undefined,
  now: number,
): Change[] {
  const before = new Map<string, Stage>(
    previous?.stages.map(stage => [stage.id, stage]),
  );
  return derived.stages.flatMap(stage => {
    const from = before.get(stage.id)?.status;
    // That a stage is there and has not begun is no news of it.
    return stage.status === (from ?? 'pending')
      ? []
      : [
          {
            subject: `stage/${stage.id}`,
            field: 'status',
            from,
            to: stage.status,
            at: begun(stage, from, now),
            cause: stage.detail ?? stage.nativeStatus,
          },
        ];
  });
}

function gateChanges(
  derived: DerivedRun,
  previous: DerivedRun | undefined,
  now: number,
): Change[] {
  const before = new Map<string, Gate>(
    previous && gatesOf(previous).map(gate => [gate.id, gate]),
  );
  return gatesOf(derived).flatMap(gate => {
    const from = before.get(gate.id)?.state;
    const known = gate.state === 'pending' ? gate.openedAt : gate.closedAt;
    return gate.state === (from ?? 'upcoming')
      ? []
      : [
          {
            subject: `gate/${gate.id}`,
            field: 'state',
            from,
            to: gate.state,
            at: past(known, now),
            cause: gate.sentence.code,
          },
        ];
  });
}

/** When a run or a stage came to be as it is. */
function begun(
  one: { status: RunStatus; startedAt?: string; finishedAt?: string },
  from: RunStatus | undefined,
  now: number,
): number {
  if (isRunOver(one.status)) {
    return past(one.finishedAt, now);
  }
  // Later on it has been something else in between, and has started long before.
  const starts =
    one.status === 'running' &&
    (from === undefined || from === 'pending' || from === 'queued');
  return past(starts ? one.startedAt : undefined, now);
}

// The clock of the tool may be ahead of ours; nothing begins in the future.
function past(time: string | undefined, now: number): number {
  const at = time ? Date.parse(time) : NaN;
  return Number.isNaN(at) ? now : Math.min(at, now);
}
