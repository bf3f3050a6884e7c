import {
  RunDetail,
  RunStatus,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';

const TONES: Record<RunStatus, Tone> = {
  pending: 'run',
  queued: 'run',
  running: 'run',
  waiting: 'hold',
  paused: 'hold',
  succeeded: 'info',
  failed: 'bad',
  cancelled: 'info',
  skipped: 'info',
  unknown: 'warn',
};

const TONES_OF_DETAIL: Partial<Record<RunDetail, Tone>> = {
  stuck: 'bad',
  'agent-stopped': 'bad',
  'rolling-back': 'bad',
  'rolled-back': 'bad',
  'rollback-failed': 'bad',
  // Nobody wanted it to end so, whatever its tool calls it: a gate out of time is cancelled in one PipeCD and failed in the other.
  'timed-out': 'bad',
  'unlisted-approver': 'warn',
  unstable: 'warn',
  partial: 'warn',
  drifted: 'warn',
};

/** How urgent what a run says is. */
export function toneOfRun(run: {
  status: RunStatus;
  detail?: RunDetail;
}): Tone {
  return (run.detail && TONES_OF_DETAIL[run.detail]) ?? TONES[run.status];
}
