import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { nameList } from '../derive/nameList';
import { keys } from '../project/keys';
import { LaneBinding } from './LaneBinding';
import { RenderedWork } from './RenderedWork';

/**
 * What a release does, or what already happened, beside what it is for.
 *
 * @param rendered - with the template of each, where it could be read
 * @internal
 */
export function laneNotes(
  rendered: Array<RenderedWork & { template?: Record<string, unknown> }>,
  options: { open: boolean },
): Sentence[] {
  const bindings = [...new Set(rendered.map(({ binding }) => binding))];
  const jobs = unique(
    rendered.filter(runsAgain).map(({ binding }) => nameOf(binding)),
  );
  const overridden = unique(
    rendered.filter(isOverridden).map(({ cluster }) => cluster),
  );
  return [
    ...(jobs.length > 0
      ? [sentence('lane.note.jobs', { names: nameList(jobs) })]
      : []),
    ...bindings.flatMap(leftBehind),
    ...(overridden.length > 0
      ? [sentence('lane.note.overrides', { clusters: nameList(overridden) })]
      : []),
    ...(options.open ? [sentence('lane.note.newCluster')] : []),
  ];
}

/** A Job that ran, and that a cluster is now to get for the first time: placed anew, it starts from the beginning. */
function runsAgain({
  binding,
  work,
  template,
}: RenderedWork & { template?: Record<string, unknown> }): boolean {
  const { group, kind } = binding.fact.workload;
  if (group !== 'batch' || kind !== 'Job') {
    return false;
  }
  const { agg, ev = [] } = binding.fact.native;
  const status = read.record(template?.status);
  const ran =
    ev.length > 0 ||
    agg.some(item => item.ok) ||
    ['active', 'succeeded', 'failed'].some(key => read.count(status[key])) ||
    read.list(status.conditions).length > 0;
  return ran && !wasApplied(work);
}

function wasApplied(work: Record<string, unknown> | undefined): boolean {
  return read
    .list(read.record(work?.status).conditions)
    .map(read.record)
    .some(({ type, status }) => type === 'Applied' && status === 'True');
}

/** Karmada takes dependencies from a cluster as soon as the parent is evicted, while the parent's old copy runs on. */
function leftBehind(binding: LaneBinding): Sentence[] {
  const { ev = [], to } = binding.fact.native;
  const gone = ev
    .map(task => task.c)
    .filter(cluster => !to.some(([name]) => name === cluster));
  const names = (binding.dependencies ?? []).map(
    ({ kind, name }) => `${kind} ${name}`,
  );
  return gone.length > 0 && names.length > 0
    ? [
        sentence('lane.note.dependencies', {
          clusters: nameList(gone),
          names: nameList(names),
        }),
      ]
    : [];
}

function isOverridden({ work }: RenderedWork): boolean {
  const annotations = read.record(read.record(work?.metadata).annotations);
  return [keys.appliedOverrides, keys.appliedClusterOverrides].some(key => {
    const text = read.string(annotations[key]);
    return text !== undefined && text !== '[]' && text !== 'null';
  });
}

function nameOf({ fact }: LaneBinding): string {
  return fact.workload.name;
}

function unique(names: string[]): string[] {
  return [...new Set(names)].sort();
}
