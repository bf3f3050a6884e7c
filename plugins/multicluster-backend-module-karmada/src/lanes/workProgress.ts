import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { keys } from '../project/keys';
import { isUnseenGone } from './isUnseenGone';
import { manifestOf } from './manifestOf';
import { RenderedWork } from './RenderedWork';

/**
 * How far one rendered object is, by what is reported of it. `look`: nothing that is reported proves it, so the member has to be
 * looked at.
 *
 * @internal
 */
export type WorkProgress =
  | { state: 'done' | 'dispatching' | 'behind' | 'look' }
  | { state: 'copies'; running: number; wanted: number }
  | { state: 'refused' | 'failed'; detail: string };

/**
 * How far one rendered object is, see WorkProgress.
 *
 * @remarks
 * Conditions alone prove nothing: `Applied` stays True from the dispatch before. What proves a kind with reflected generations is
 * that the member looked at the generation that was sent and has all copies of it. An override policy changes a manifest without
 * another generation, so what has one is looked at itself.
 *
 * @param options - `held`: its policy holds the cluster after the release was seen there, so that nothing is on its way to it: what
 * it was sent last is judged. Else a Work that is suspended has yet to hear of its release
 * @internal
 */
export function workProgress(
  rendered: RenderedWork,
  { held = false }: { held?: boolean } = {},
): WorkProgress {
  const { work } = rendered;
  const manifest = manifestOf(rendered);
  if (!work || !manifest || (isSuspended(work) && !held)) {
    return { state: 'dispatching' };
  }
  const applied = condition(work, 'Applied');
  if (applied?.status === 'False') {
    const detail = read.string(applied.message) ?? '';
    return isUnseenGone(manifest, detail)
      ? { state: 'dispatching' }
      : { state: 'refused', detail };
  }
  if (
    applied?.status !== 'True' ||
    (condition(work, 'Dispatching')?.status !== 'True' && !held)
  ) {
    return { state: 'dispatching' };
  }
  return reflected(work, manifest);
}

function isSuspended(work: Record<string, unknown>): boolean {
  return read.record(work.spec).suspendDispatching === true;
}

function condition(work: Record<string, unknown>, type: string) {
  return read
    .list(read.record(work.status).conditions)
    .map(read.record)
    .find(item => item.type === type);
}

function reflected(
  work: Record<string, unknown>,
  manifest: Record<string, unknown>,
): WorkProgress {
  const { status } = read.record(
    read.list(read.record(work.status).manifestStatuses)[0],
  );
  const report = read.record(status);
  const job = endOfJob(manifest, report);
  if (job) {
    return job;
  }
  const sent = Number(
    read.record(read.record(manifest.metadata).annotations)[
      'resourcetemplate.karmada.io/generation'
    ] ?? NaN,
  );
  const got = read.count(report.resourceTemplateGeneration);
  if (Number.isNaN(sent)) {
    return { state: 'look' };
  }
  if (
    got === undefined ||
    got < sent ||
    (read.count(report.observedGeneration) ?? 0) <
      (read.count(report.generation) ?? 0)
  ) {
    return { state: 'behind' };
  }
  return copies(manifest, report) ?? { state: proves(work) ? 'done' : 'look' };
}

/** A Job that failed is called Healthy by Karmada; its condition is the truth. */
function endOfJob(
  { kind, apiVersion }: Record<string, unknown>,
  report: Record<string, unknown>,
): WorkProgress | undefined {
  const failed =
    kind === 'Job' && apiVersion === 'batch/v1'
      ? read
          .list(report.conditions)
          .map(read.record)
          .find(item => item.type === 'Failed' && item.status === 'True')
      : undefined;
  return failed
    ? { state: 'failed', detail: read.string(failed.message) ?? '' }
    : undefined;
}

function copies(
  manifest: Record<string, unknown>,
  report: Record<string, unknown>,
): WorkProgress | undefined {
  const daemon = manifest.kind === 'DaemonSet';
  const wanted = daemon
    ? read.count(report.desiredNumberScheduled) ?? 0
    : read.count(read.record(manifest.spec).replicas);
  if (wanted === undefined) {
    return undefined;
  }
  const total = read.count(report.replicas) ?? 0;
  const updated = daemon
    ? report.updatedNumberScheduled
    : report.updatedReplicas ?? (manifest.kind === 'ReplicaSet' ? total : 0);
  const available = daemon ? report.numberAvailable : report.availableReplicas;
  const running = Math.min(
    read.count(updated) ?? 0,
    read.count(available) ?? 0,
  );
  return running < wanted || (!daemon && total > wanted)
    ? { state: 'copies', running, wanted }
    : undefined;
}

function proves(work: Record<string, unknown>): boolean {
  const annotations = read.record(read.record(work.metadata).annotations);
  return [keys.appliedOverrides, keys.appliedClusterOverrides].every(key => {
    const text = annotations[key];
    return text === undefined || text === 'null' || text === '[]';
  });
}
