import { isSuspended } from '../../../karmada/binding/isSuspended';
import type {
  AggregatedStatusItem,
  Binding,
} from '../../../karmada/model/Binding';
import type { LogEntry } from '../../recording/WatchLog';

/** What was so from `since` on, until the next one. */
export interface Stretch {
  since: number;
  shape: string;
}

function number(item: AggregatedStatusItem, field: string): number {
  return (item.status?.[field] as number | undefined) ?? 0;
}

function health(binding: Binding, item: AggregatedStatusItem): string {
  const wanted = binding.spec.clusters?.find(
    ({ name }) => name === item.clusterName,
  )?.replicas;
  const rolls = item.status && 'generation' in item.status;
  if (!rolls) {
    return item.health ?? 'none';
  }
  const behind =
    number(item, 'observedGeneration') < number(item, 'generation') ||
    number(item, 'updatedReplicas') < (wanted ?? 0);
  const more = number(item, 'replicas') > (wanted ?? Number.MAX_SAFE_INTEGER);
  const short = number(item, 'availableReplicas') < number(item, 'replicas');
  return behind || more || short ? 'moving' : item.health ?? 'none';
}

/** One cluster of a binding, told from its object alone and without knowing any rule of a reader. */
function shapeOf(binding: Binding, cluster: string): string {
  const { spec, status, metadata } = binding;
  const item = status?.aggregatedStatus?.find(
    ({ clusterName }) => clusterName === cluster,
  );
  const words = [
    metadata.deletionTimestamp && 'deleted',
    spec.gracefulEvictionTasks?.some(task => task.fromCluster === cluster) &&
      'evicting',
    spec.clusters?.some(({ name }) => name === cluster) && 'wanted',
    spec.requiredBy?.some(({ clusters }) =>
      clusters?.some(({ name }) => name === cluster),
    ) && 'required',
    isSuspended(binding, cluster) && 'held',
    item?.appliedMessage && 'refused',
    // Not applied without a word, or applied and nothing reflected yet: how long either lasts, under about a second,
    // is a matter of the machine, and to a reader both are the same waiting as no line at all.
    item?.applied && item.health !== 'Unknown' && health(binding, item),
  ];
  return words.filter(Boolean).join(' ') || 'absent';
}

function summaryOf({ status, spec, metadata }: Binding): string {
  const { labels = {} } = metadata;
  const claimed = Object.keys(labels).some(key =>
    key.includes('propagationpolicy.karmada.io/permanent-id'),
  );
  const conditions = (status?.conditions ?? []).map(
    ({ type, status: value, reason }) => `${type}=${value}/${reason}`,
  );
  return [
    ...conditions,
    spec.clusters?.length ? 'placed' : 'nowhere',
    !claimed && !spec.requiredBy && 'orphaned',
    status?.schedulerObservingAffinityName,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Repetitions collapsed, and what lasted under a second left out. */
export function collapse(stretches: Stretch[], end: number): string[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches) {
    if (merged[merged.length - 1]?.shape !== stretch.shape) {
      merged.push(stretch);
    }
  }
  const long = merged.filter(({ since }, index) => {
    const until = merged[index + 1]?.since ?? end;
    return until - since >= 1 || index === merged.length - 1;
  });
  return long
    .map(({ shape }) => shape)
    .filter((shape, index, all) => shape !== all[index - 1]);
}

/**
 * The sequence of shapes of each binding as a whole and of each of its clusters, from what a watcher saw; the keys are
 * `name` and `name@cluster`.
 */
export function shapes(entries: LogEntry[]): Record<string, string[]> {
  const told = new Map<string, Stretch[]>();
  const add = (key: string, since: number, shape: string) => {
    told.set(key, [...(told.get(key) ?? []), { since, shape }]);
  };
  const bindings = entries.filter(
    ({ stream }) => stream === 'rb' || stream === 'crb',
  );
  const clusters = new Map<string, Set<string>>();
  for (const { at, type, object } of bindings) {
    const binding = object as Binding;
    const { name } = binding.metadata;
    const seen = clusters.get(name) ?? new Set<string>();
    clusters.set(name, seen);
    const { spec, status } = binding;
    [
      ...(spec.clusters ?? []).map(target => target.name),
      ...(status?.aggregatedStatus ?? []).map(item => item.clusterName),
      ...(spec.gracefulEvictionTasks ?? []).map(task => task.fromCluster),
      ...(spec.requiredBy ?? []).flatMap(required =>
        (required.clusters ?? []).map(target => target.name),
      ),
    ].forEach(cluster => seen.add(cluster));
    add(name, at, type === 'DELETED' ? 'gone' : summaryOf(binding));
    for (const cluster of seen) {
      const shape = type === 'DELETED' ? 'gone' : shapeOf(binding, cluster);
      add(`${name}@${cluster}`, at, shape);
    }
  }
  const end = entries[entries.length - 1]?.at ?? 0;
  return Object.fromEntries(
    [...told]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, stretches]) => [key, collapse(stretches, end)]),
  );
}
