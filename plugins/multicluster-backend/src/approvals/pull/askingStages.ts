import {
  isRunOver,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';
import { DerivedRun } from '@fairway/backstage-plugin-multicluster-node';

const GOES_BACK = [
  'rolling-back',
  'rolled-back',
  'rollback-failed',
  'cancelling',
];

/** Whether a run is at work on what it brings: not before its start, not over, not going back. */
export function isAtWork({
  status,
  detail,
}: Pick<DerivedRun, 'status' | 'detail'>): boolean {
  return (
    (status === 'running' || status === 'waiting') &&
    !GOES_BACK.includes(detail ?? '')
  );
}

/** Whether nothing can come of a run any more: over, or on its way back. */
export function isPast({
  status,
  detail,
}: Pick<DerivedRun, 'status' | 'detail'>): boolean {
  return isRunOver(status) || GOES_BACK.includes(detail ?? '');
}

/** Stages that run now and may be the script that asks: nobody tells which stage a script belongs to. */
export function askingStages(run: DerivedRun): Stage[] {
  return isAtWork(run)
    ? run.stages.filter(
        ({ kind, status }) => kind === 'task' && status === 'running',
      )
    : [];
}
