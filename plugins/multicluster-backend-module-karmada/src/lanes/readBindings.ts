import { PolicyFact } from '@fairway/backstage-plugin-multicluster-node';
import {
  KubernetesTransport,
  read,
  ResourceCoordinates,
  resourcePath,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { keys } from '../project/keys';
import { LaneBinding } from './LaneBinding';
import { MOST_OBJECTS } from './MOST_OBJECTS';
import { toLaneBinding } from './toLaneBinding';
import { tooMany } from './tooMany';

const work = { group: 'work.karmada.io', version: 'v1alpha2' };
const resourceBindings = { ...work, resource: 'resourcebindings' };
const clusterResourceBindings = {
  ...work,
  resource: 'clusterresourcebindings',
};

/**
 * The bindings that a policy claims now, by its permanent id: what the inventory knows of them may be a moment old, and a
 * digest over less than there is would be approved for more.
 *
 * @throws KubernetesError, or LaneUnreadableError when there are more than are read of a lane
 * @internal
 */
export async function readBindings(
  transport: KubernetesTransport,
  policy: PolicyFact,
  signal: AbortSignal,
): Promise<LaneBinding[]> {
  if (!policy.policyId) {
    return [];
  }
  const cluster = policy.kind === 'ClusterPropagationPolicy';
  const labelSelector = `${cluster ? keys.cppId : keys.ppId}=${
    policy.policyId
  }`;
  const lists = await Promise.all(
    (cluster
      ? [resourceBindings, clusterResourceBindings]
      : [resourceBindings]
    ).map(resource =>
      listAll(transport, resource, {
        namespace: cluster ? undefined : policy.namespace,
        labelSelector,
        signal,
      }),
    ),
  );
  const bindings = lists.flat();
  if (bindings.length > MOST_OBJECTS) {
    throw tooMany();
  }
  return bindings.flatMap(raw => toLaneBinding(raw) ?? []);
}

async function listAll(
  transport: KubernetesTransport,
  resource: ResourceCoordinates,
  options: {
    namespace: string | undefined;
    labelSelector: string;
    signal: AbortSignal;
  },
): Promise<unknown[]> {
  const { namespace, labelSelector, signal } = options;
  const list = read.record(
    await transport.json({
      path: resourcePath(resource, { namespace }),
      // One more than is read shows that there are more.
      query: { labelSelector, limit: MOST_OBJECTS + 1 },
      signal,
    }),
  );
  return read.list(list.items);
}
