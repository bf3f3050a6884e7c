import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { ResourceCoordinates } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { read } from '../project/read';
import { LaneReader } from './LaneReader';
import { memberResources } from './memberResources';
import { ClusterRead } from './perCluster';
import { selectorText } from './selectorText';

/** How the pods of a workload are found. @internal */
export interface PodSearch {
  selector?: string;
  resource?: ResourceCoordinates;
}

/** {@inheritDoc findPods} @internal */
export type Workload = Pick<
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
 * @internal
 */
export async function findPods(
  reader: LaneReader,
  workload: Workload,
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

/** The pod selector of a workload object, as a query. @internal */
export function selectorOf(object: unknown): string | undefined {
  return selectorText(read.record(read.record(object).spec).selector);
}

async function list(
  reader: LaneReader,
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
  reader: LaneReader,
  { namespace, name }: Workload,
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
