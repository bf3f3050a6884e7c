import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { DerivedRun } from '@fairway/backstage-plugin-multicluster-node';
import { isPast } from '../pull/askingStages';
import { PullEntry } from '../pull/PullEntry';
import { GateEvent } from './GateEvent';

/**
 * What a run says of the stage that asked, while nobody has decided. A stage that failed had waited as long as its own limit
 * allows; one that went on did so without us.
 */
export function eventOfPull(
  run: Pick<DerivedRun, 'status' | 'detail' | 'stages'> | undefined,
  entry: PullEntry | undefined,
): GateEvent {
  if (!run) {
    return { type: 'gone', sentence: sentence('pull.runGone') };
  }
  const stage = run.stages.find(({ id }) => id === entry?.stageId);
  switch (stage?.status) {
    case 'succeeded':
    case 'skipped':
      return ended('cancelled', 'pull.wentOn');
    case 'failed':
      return ended('expired', 'gateEnd.expired');
    case 'cancelled':
      return ended('cancelled', 'pull.runOver');
    default:
      return isPast(run)
        ? ended('cancelled', 'pull.runOver')
        : { type: 'waits' };
  }
}

function ended(how: 'expired' | 'cancelled', code: string): GateEvent {
  return { type: 'ended', how, sentence: sentence(code) };
}
