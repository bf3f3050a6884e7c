import { keys } from '../keys';
import type { Binding } from '../model/Binding';
import { placementText } from './placementText';
import { rescheduleRequired } from './rescheduleRequired';

function replicasMoved({ spec }: Binding): boolean {
  const { replicas, clusters = [], placement } = spec;
  if (!replicas) {
    return false;
  }
  if (placement?.replicaScheduling?.replicaSchedulingType === 'Divided') {
    const sum = clusters.reduce(
      (total, target) => total + (target.replicas ?? 0),
      0,
    );
    return sum !== replicas;
  }
  return clusters.some(target => target.replicas !== replicas);
}

/** Whether the scheduler decides anew, or only notes that it has seen the generation (scheduler.go, doScheduleBinding). */
export function needsSchedule(
  binding: Binding,
  leaving: ReadonlySet<string>,
): boolean {
  const { spec, metadata } = binding;
  const scheduling = spec.placement?.replicaScheduling;
  return (
    metadata.annotations?.[keys.appliedPlacement] !==
      placementText(spec.placement ?? {}) ||
    replicasMoved(binding) ||
    rescheduleRequired(binding) ||
    !spec.replicas ||
    scheduling?.replicaSchedulingType !== 'Divided' ||
    (spec.clusters ?? []).some(({ name }) => leaving.has(name))
  );
}
