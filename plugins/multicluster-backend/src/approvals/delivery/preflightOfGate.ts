import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { isRunOver } from '@fairway/backstage-plugin-multicluster-common';
import { decidedByOneOf } from './decidedByOneOf';
import { Preflight } from './DeliveryAdapter';
import { GateSight } from './GateSight';
import { isLastStep } from './isLastStep';

/**
 * Whether a decision may be sent to a gate now, by what its tool says now: run and gate must wait, and it must be the very opening
 * that was decided about. A tool may take a decision while its run goes back, and then without any effect.
 */
export function preflightOfGate(sight: GateSight): Preflight {
  const { run, gate, steps, names, gateVersion } = sight;
  const decision = sight.decision ?? 'approve';
  if (!run || !gate || gate.version !== gateVersion) {
    return ended(
      run ? 'approval.step.gateMoved' : 'approval.step.runNotWaiting',
    );
  }
  switch (gate.state) {
    case 'approved':
    case 'skipped':
    case 'rejected': {
      const said = gate.state === 'rejected' ? 'reject' : 'approve';
      const ours = steps.some(({ state }) => state === 'observed');
      const by = gate.decisions.at(-1)?.actor;
      return ours && said === decision
        ? {
            go: false,
            why: 'not-needed',
            sentence: sentence('approval.step.notNeeded'),
          }
        : { go: false, why: 'decided', decision: said, ...(by && { by }) };
    }
    case 'expired':
      return {
        go: false,
        why: 'ended',
        how: 'expired',
        sentence: sentence('approval.expired'),
      };
    case 'cancelled':
    case 'orphaned':
      return ended('approval.step.runNotWaiting');
    default:
      break;
  }
  if (isRunOver(run.status)) {
    return ended('approval.step.runNotWaiting');
  }
  if (decidedByOneOf(gate, names, decision)) {
    return isLastStep(steps)
      ? {
          go: false,
          why: 'wait',
          sentence: sentence('approval.step.counted'),
        }
      : { go: false, why: 'not-needed' };
  }
  return gate.state === 'pending' && gate.actionable
    ? { go: true }
    : {
        go: false,
        why: 'wait',
        sentence: sentence('approval.step.runNotWaiting'),
      };
}

function ended(code: string): Preflight {
  return {
    go: false,
    why: 'ended',
    how: 'cancelled',
    sentence: sentence(code),
  };
}
