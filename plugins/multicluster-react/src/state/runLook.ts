import {
  RunDetail,
  RunStatus,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { StateLook } from './stateLook';

const LOOKS: Record<RunStatus, StateLook> = {
  pending: { shape: 'pending', tone: 'stale' },
  queued: { shape: 'pending', tone: 'stale' },
  running: { shape: 'run', tone: 'run' },
  waiting: { shape: 'hold', tone: 'hold' },
  paused: { shape: 'hold', tone: 'stale' },
  succeeded: { shape: 'ok', tone: 'ok' },
  failed: { shape: 'bad', tone: 'bad' },
  cancelled: { shape: 'stop', tone: 'stale' },
  skipped: { shape: 'skip', tone: 'stale' },
  unknown: { shape: 'unknown', tone: 'stale' },
};

/** Details that look other than their status alone. */
const DETAILS: Partial<Record<RunDetail, StateLook>> = {
  'rolling-back': { shape: 'back', tone: 'warn' },
  'rolled-back': { shape: 'back', tone: 'bad' },
  'rollback-failed': { shape: 'bad', tone: 'bad' },
  // It went well, and not as the list of approvers wants it.
  'unlisted-approver': { shape: 'warn', tone: 'warn' },
  'timed-out': { shape: 'bad', tone: 'bad' },
  rejected: { shape: 'bad', tone: 'bad' },
  stuck: { shape: 'warn', tone: 'bad' },
  unstable: { shape: 'warn', tone: 'warn' },
  partial: { shape: 'warn', tone: 'warn' },
  drifted: { shape: 'warn', tone: 'warn' },
  'agent-stopped': { shape: 'stop', tone: 'warn' },
  cancelling: { shape: 'stop', tone: 'run' },
};

/**
 * How a run, or one of its stages, looks. A status this version does not know looks unknown and never well.
 *
 * @param lastKnown - true: its source does not confirm it now
 * @param outranked - how urgent it is that what a successful run delivered is not well where that runs
 * @public
 */
export function runLook(
  status: RunStatus,
  detail?: RunDetail,
  lastKnown = false,
  outranked?: Tone,
): StateLook {
  if (lastKnown) {
    return { shape: 'stale', tone: 'stale' };
  }
  if (outranked) {
    return { shape: 'warn', tone: outranked === 'bad' ? 'bad' : 'warn' };
  }
  return (detail && DETAILS[detail]) || LOOKS[status] || LOOKS.unknown;
}
