import {
  missingRbacYaml,
  reviewAccess,
  WantedAccess,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { ClusterSettings } from '../config';
import { ClusterConnections } from '../connect';
import { workloadKinds } from '../project/workloadKinds';

/**
 * What the credentials may not do of what they are for, as YAML to apply.
 *
 * @returns undefined when nothing is missing
 * @throws KubernetesError when the server does not answer the question
 * @internal
 */
export async function missingRights(
  connections: ClusterConnections,
  settings: ClusterSettings,
  signal: AbortSignal,
): Promise<string | undefined> {
  const read = await reviewAccess(connections.read, readRights(settings), {
    signal,
  });
  const logs = await reviewAccess(connections.logs, logsRights(settings), {
    signal,
  });
  return (
    [
      missingRbacYaml(read, 'fairway-read'),
      missingRbacYaml(logs, 'fairway-logs'),
    ]
      .filter(Boolean)
      .join('---\n') || undefined
  );
}

function readRights({ namespaces }: ClusterSettings): WantedAccess[] {
  const places = namespaces.length > 0 ? namespaces : [undefined];
  return [
    ...places.flatMap(namespace => [
      ...workloadKinds.map(({ group, resource }) => ({
        group,
        resource,
        verbs: ['get', 'list', 'watch'],
        namespace,
      })),
      { group: '', resource: 'pods', verbs: ['list'], namespace },
    ]),
    { group: '', resource: 'nodes', verbs: ['list'] },
    { group: '', resource: 'namespaces', verbs: ['get'], name: 'kube-system' },
  ];
}

function logsRights({ identity, namespaces }: ClusterSettings): WantedAccess[] {
  if (identity.mode === 'impersonate') {
    return (identity.groups ? ['users', 'groups'] : ['users']).map(
      resource => ({ group: '', resource, verbs: ['impersonate'] }),
    );
  }
  const places = namespaces.length > 0 ? namespaces : [undefined];
  return places.flatMap(namespace => [
    { group: '', resource: 'pods', verbs: ['list'], namespace },
    { group: '', resource: 'pods/log', verbs: ['get'], namespace },
    { group: '', resource: 'events', verbs: ['list'], namespace },
  ]);
}
