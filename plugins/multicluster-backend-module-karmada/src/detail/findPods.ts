import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { ResourceCoordinates } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { read } from '../project/read';
import { LaneReader } from './LaneReader';
import { memberResources, selectingResources } from './memberResources';
import { ClusterRead } from './perCluster';
import { selectorText } from './selectorText';

/** {@inheritDoc findPods} @internal */
export type Workload = Pick<
  WorkloadFact,
  'group' | 'version' | 'kind' | 'namespace' | 'name'
>;

/**
 * The pods of a workload on one member, as raw objects.
 *
 * @remarks
 * The selector is the member's own, because an override may have changed it. A name that begins alike proves nothing:
 * `canary-canary` is no pod owner of `canary`. Jobs of a CronJob are found by their owner; Kubernetes sets no label for
 * it.
 *
 * @param resource - where the kind is served, for kinds that are not among the usual ones
 * @throws KubernetesError
 * @internal
 */
export async function findPods(
  reader: LaneReader,
  workload: Workload,
  resource?: ResourceCoordinates,
): Promise<ClusterRead<Record<string, unknown>>> {
  const { group, kind, namespace, name } = workload;
  if (group === '' && kind === 'Pod') {
    return { items: [await reader.get(memberResources.pods, workload)] };
  }
  if (group === 'batch' && kind === 'CronJob') {
    return await podsOfCronJob(reader, workload);
  }
  const key = `${group}/${kind}`;
  const coordinates = Object.hasOwn(selectingResources, key)
    ? selectingResources[key]
    : resource;
  const object = coordinates
    ? await reader.get(coordinates, { namespace, name })
    : {};
  const labelSelector = selectorText(read.record(object.spec).selector);
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
