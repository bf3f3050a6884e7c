import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { RenderedWork } from './RenderedWork';

/** What a Work sends. Karmada puts one object into each that comes of a binding. @internal */
export function manifestOf({
  work,
}: Pick<RenderedWork, 'work'>): Record<string, unknown> | undefined {
  const workload = read.record(read.record(work?.spec).workload);
  const [first] = read.list(workload.manifests);
  return first === undefined ? undefined : read.record(first);
}
