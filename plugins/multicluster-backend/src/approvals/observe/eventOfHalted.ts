import {
  DerivedRun,
  gatesOf,
} from '@fairway/backstage-plugin-multicluster-node';
import { outcomeOfGate } from '../delivery/outcomeOfGate';
import { RequestRecord } from '../model/RequestRecord';
import { StepRecord } from '../model/StepRecord';
import { isPast } from '../pull/askingStages';
import { outcomeOfPull } from '../pull/outcomeOfPull';
import { PullEntry } from '../pull/PullEntry';
import { GateEvent } from './GateEvent';

/** What a delivery that halted had come to, and its run as it is now. */
export interface HaltedSight {
  request: Pick<RequestRecord, 'kind' | 'decision' | 'gateId' | 'gateVersion'>;
  run: DerivedRun;
  steps: StepRecord[];
  /** What the source calls a person. */
  namesOf: (ref: string) => readonly string[];
  /** What the stage that asks was told. */
  entry?: PullEntry;
}

/**
 * What a run says of the gate of a delivery that halted. No worker looks at it, and part of it may have been sent: what is seen
 * there is ours when its tool shows it as such, and somebody else's otherwise. Nothing is concluded while the gate waits.
 *
 * @param event - what it would be if nothing had been sent
 */
export function eventOfHalted(event: GateEvent, sight: HaltedSight): GateEvent {
  return sight.request.kind === 'pull'
    ? eventOfAnswer(event, sight)
    : eventOfSent(event, sight);
}

function eventOfSent(
  event: GateEvent,
  { request, run, steps, namesOf }: HaltedSight,
): GateEvent {
  if (event.type !== 'decided' && event.type !== 'ended') {
    return event;
  }
  const { decision, gateId, gateVersion } = request;
  const gate = gatesOf(run).find(({ id }) => id === gateId);
  const sent = steps.filter(({ sentAt }) => sentAt !== undefined);
  const seen = sent.filter(step => {
    const told = step.identity.nativeId;
    const names = [
      ...(told ? [told] : []),
      ...(step.voter ? namesOf(step.voter) : []),
    ];
    const outcome = outcomeOfGate({
      run,
      gate,
      steps,
      step,
      names,
      decision,
      gateVersion,
      now: 0,
      repetition: 'settle',
    });
    return outcome.state === 'observed';
  });
  const ours = seen.map(({ id }) => id);
  if (ours.length > 0 && decision) {
    return { ...event, type: 'decided', decision, ours };
  }
  return event.type === 'decided' ? { ...event, ours } : event;
}

/** A stage that went on although it was told not to has decided for itself; that is told once its run is over. */
function eventOfAnswer(
  event: GateEvent,
  { request, run, steps, entry }: HaltedSight,
): GateEvent {
  if (!entry?.answer || event.type !== 'ended') {
    return event;
  }
  const seen = outcomeOfPull(run, entry);
  switch (seen.state) {
    case 'observed':
      return request.decision
        ? {
            type: 'decided',
            decision: request.decision,
            ours: steps.map(({ id }) => id),
          }
        : event;
    case 'halt':
      return isPast(run)
        ? { type: 'decided', decision: 'approve', ours: [] }
        : { type: 'nothing' };
    default:
      return event;
  }
}
