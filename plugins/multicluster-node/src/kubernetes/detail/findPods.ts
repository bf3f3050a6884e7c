import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { WorkloadFact } from '../../contract';
import { ResourceCoordinates } from '../transport/resourcePath';
import { read } from '../objects/read';
import { ClusterReader } from './ClusterReader';
import { memberResources } from './memberResources';
import { ClusterRead } from './ClusterRead';
import { selectorText } from './selectorText';

/** How the pods of a workload are found. @public */
export interface PodSearch {
  selector?: string;
  resource?: ResourceCoordinates;
}

/** {@inheritDoc findPods} @public */
export type PodOwner = Pick<
  WorkloadFact,
  'group' | 'version' | 'kind' | 'namespace' | 'name'
>;

/**
 * The pods of a workload on one member, as raw objects.
 *
 * @remarks
 * By its selector, taken from the template where there is one, because each request through the proxy costs a new TLS
 * connection; else from the member's own object. A name that begins alike proves nothing: `canary-canary` is no pod owner
 * of `canary`. Jobs of a CronJob are found by their owner; Kubernetes sets no label for it.
 *
 * @param options - `selector`: that of the template; `resource`: where the kind is served, for unusual kinds
 * @throws KubernetesError
 * @public
 */
export async function findPods(
  reader: ClusterReader,
  workload: PodOwner,
  options: PodSearch,
): Promise<ClusterRead<Record<string, unknown>>> {
  const { group, kind, namespace, name } = workload;
  if (group === '' && kind === 'Pod') {
    return { items: [await reader.get(memberResources.pods, workload)] };
  }
  if (group === 'batch' && kind === 'CronJob') {
    return await podsOfCronJob(reader, workload);
  }
  const { resource } = options;
  const labelSelector =
    options.selector ??
    (resource && selectorOf(await reader.get(resource, { namespace, name })));
  if (!labelSelector) {
    return {
      items: [],
      problem: {
        code: 'not-served',
        sentence: sentence('detail.noSelector', { kind }),
      },
    };
  }
  return await list(reader, namespace, labelSelector);
}

/** The pod selector of a workload object, as a query. @public */
export function selectorOf(object: unknown): string | undefined {
  return selectorText(read.record(read.record(object).spec).selector);
}

async function list(
  reader: ClusterReader,
  namespace: string,
  labelSelector: string,
): Promise<ClusterRead<Record<string, unknown>>> {
  const { items, complete } = await reader.list(
    memberResources.pods,
    { namespace },
    { labelSelector },
  );
  return {
    items: items.map(read.record),
    ...(!complete && {
      problem: {
        code: 'incomplete',
        sentence: sentence('detail.tooMany', { count: items.length }),
      },
    }),
  };
}

async function podsOfCronJob(
  reader: ClusterReader,
  { namespace, name }: PodOwner,
): Promise<ClusterRead<Record<string, unknown>>> {
  const jobs = await reader.list(memberResources.jobs, { namespace });
  const names = jobs.items
    .map(job => read.record(read.record(job).metadata))
    .filter(metadata =>
      read
        .list(metadata.ownerReferences)
        .map(read.record)
        .some(owner => owner.kind === 'CronJob' && owner.name === name),
    )
    .flatMap(metadata => read.string(metadata.name) ?? []);
  return names.length === 0
    ? { items: [] }
    : await list(reader, namespace, `job-name in (${names.join(',')})`);
}
