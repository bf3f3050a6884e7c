import { ReplicaCounts } from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedPlacement,
  DerivedTarget,
  DeriveInput,
} from '@fairway/backstage-plugin-multicluster-node';
import { WorkloadNative } from '../native/WorkloadNative';
import { contentThere } from './contentThere';
import { deriveProgress } from './deriveProgress';
import { deriveRun } from './deriveRun';
import { deriveSummary } from './deriveSummary';
import { deriveVersions } from './deriveVersions';
import { TargetMemory } from './TargetMemory';

/** {@inheritDoc derivePlacement} @internal */
export type WorkloadInput = DeriveInput<WorkloadNative>;

/** Kubernetes' own, for a template that states none. */
const DEADLINE_SECONDS = 600;

/**
 * The state rules of a workload on a cluster that nobody federates: one target, from the workload's own status.
 *
 * @internal
 */
export function derivePlacement(input: WorkloadInput): DerivedPlacement {
  const { placement, previous } = input;
  const { native } = placement;
  const workload = sameIncarnation(input);
  const deadlineMs =
    (workload?.progressDeadlineSeconds ?? DEADLINE_SECONDS) * 1000;
  const { recheckAt, ...state } =
    native.wanted === undefined
      ? { ...deriveRun(native), recheckAt: undefined }
      : deriveProgress({
          native,
          key: changeKey(input),
          memory: previous?.targets[0]?.memory as TargetMemory | undefined,
          firstSight: previous === undefined,
          now: input.now,
          deadlineMs,
        });
  const deleting = Boolean(workload?.deleting);
  const there = contentThere(native);
  const told = there === 'newest' ? native.generation : there?.generation;
  // The same number of another incarnation is another content.
  const runs = workload && told;
  const target: DerivedTarget = {
    cluster: native.cluster,
    ...state,
    ...(deleting && { axes: { ...state.axes, lifecycle: 'leaving' } }),
    replicas: countsOf(native),
    ...(runs !== undefined && { runs }),
    ...deriveVersions(input, workload),
  };
  return {
    summary: deriveSummary({
      kind: placement.workload.kind,
      native,
      target,
      deleting,
      deadlineMs,
    }),
    replicas: target.replicas,
    targets: [target],
    ...(recheckAt !== undefined && { recheckAt }),
  };
}

/** What was created anew counts its generations from 1 again. */
function sameIncarnation({ placement, workload }: WorkloadInput) {
  const { uid } = placement.workload;
  return !uid || !workload?.uid || uid === workload.uid ? workload : undefined;
}

function changeKey({ placement, workload }: WorkloadInput): string {
  const incarnation = placement.workload.uid?.slice(0, 8) ?? '';
  const { wanted = '' } = placement.native;
  return `${incarnation}.${workload?.generation ?? ''}:${wanted}`;
}

function countsOf(native: WorkloadNative): ReplicaCounts {
  const { wanted: desired, ready, updated, available } = native;
  return Object.fromEntries(
    Object.entries({ desired, ready, updated, available }).filter(
      ([, count]) => count !== undefined,
    ),
  );
}
