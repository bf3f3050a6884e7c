import {
  isRunOver,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { GateCapability } from '@fairway/backstage-plugin-multicluster-node';
import { StepRecord } from '../model/StepRecord';
import { decidedByOneOf } from './decidedByOneOf';
import { StepObservation } from './DeliveryAdapter';
import { GateSight } from './GateSight';
import { isLastStep } from './isLastStep';

/** Three times as long as tools leave between two looks at what they were told. */
const SETTLE_MS = 15_000;

/**
 * What became of a decision that was sent to a gate: seen when its tool names that person among those who decided, and never
 * because it took the request. The last of several people is not seen before the gate itself is decided: a tool that waits for
 * more people, or whose time ran out, has let nothing through. Where the tool names nobody it is unproven.
 */
export function outcomeOfGate(
  sight: GateSight & {
    step: StepRecord;
    now: number;
    repetition: NonNullable<GateCapability['repetition']>;
  },
): StepObservation {
  const { run, gate, names, step, gateVersion } = sight;
  const decision = sight.decision ?? 'approve';
  if (!run || !gate || gate.version !== gateVersion) {
    return ended(
      run ? 'approval.step.gateMoved' : 'approval.step.runNotWaiting',
    );
  }
  const counted = decidedByOneOf(gate, names, decision);
  switch (gate.state) {
    case 'approved':
    case 'skipped':
    case 'rejected':
      return counted ? { state: 'observed' } : overWithout(sight);
    case 'expired':
      return {
        state: 'ended',
        how: 'expired',
        sentence: sentence('approval.expired'),
      };
    case 'cancelled':
    case 'orphaned':
      return decision === 'reject'
        ? rejectedByCancel(sight)
        : ended('approval.step.runNotWaiting');
    default:
      break;
  }
  if (isRunOver(run.status)) {
    return decision === 'reject'
      ? rejectedByCancel(sight)
      : ended('approval.step.runNotWaiting');
  }
  if (counted) {
    return isLastStep(sight.steps)
      ? {
          state: 'waiting',
          settled: false,
          sentence: sentence('approval.step.counted'),
        }
      : { state: 'observed' };
  }
  const waited = sight.now - (step.sentAt ?? sight.now);
  return {
    state: 'waiting',
    settled: sight.repetition !== 'settle' || waited >= SETTLE_MS,
  };
}

/** It was decided, and this person is not among those named. */
function overWithout(sight: GateSight & { step: StepRecord }): StepObservation {
  const { gate, steps, step, decision = 'approve' } = sight;
  const said = gate?.state === 'rejected' ? 'reject' : 'approve';
  const by = gate?.decisions.at(-1)?.actor;
  if (said !== decision) {
    return { state: 'decided-elsewhere', decision: said, ...(by && { by }) };
  }
  const others = steps.filter(({ id }) => id !== step.id);
  if (others.some(({ state }) => state === 'observed')) {
    return {
      state: 'not-needed',
      sentence: sentence('approval.step.notNeeded'),
    };
  }
  return by || step.state === 'ambiguous'
    ? { state: 'decided-elsewhere', decision: said, ...(by && { by }) }
    : { state: 'unproven' };
}

/** Where a tool has no other way to refuse, its run is cancelled. Somebody else's cancel is not our refusal. */
function rejectedByCancel({
  run,
  names,
  step,
}: GateSight & { step: StepRecord }): StepObservation {
  const by = run?.endedBy;
  if (!by) {
    return step.state === 'ambiguous'
      ? ended('approval.step.runNotWaiting')
      : { state: 'unproven' };
  }
  const mine = names.some(
    name =>
      name.toLocaleLowerCase('en-US') ===
      by.nativeId.toLocaleLowerCase('en-US'),
  );
  return mine ? { state: 'observed' } : ended('approval.step.runNotWaiting');
}

function ended(code: string): StepObservation {
  return { state: 'ended', how: 'cancelled', sentence: sentence(code) };
}
