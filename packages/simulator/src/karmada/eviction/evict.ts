import type { Binding, EvictionTask } from '../model/Binding';

/** Takes a cluster out of a draft's schedule result and leaves a task to purge its copy. */
export function evict(
  draft: Binding,
  cluster: string,
  task: Pick<EvictionTask, 'producer' | 'reason' | 'purgeMode'>,
): void {
  const target = draft.spec.clusters?.find(({ name }) => name === cluster);
  const known = draft.spec.gracefulEvictionTasks ?? [];
  if (!target || known.some(({ fromCluster }) => fromCluster === cluster)) {
    return;
  }
  const left = draft.spec.clusters?.filter(({ name }) => name !== cluster);
  draft.spec.clusters = left;
  if (!left?.length) {
    delete draft.spec.clusters;
  }
  draft.spec.gracefulEvictionTasks = [
    ...known,
    {
      fromCluster: cluster,
      ...task,
      ...(target.replicas && { replicas: target.replicas }),
      // Waits for a person, who sets it to false.
      ...(task.purgeMode === 'Never' && { suppressDeletion: true }),
    },
  ];
}
