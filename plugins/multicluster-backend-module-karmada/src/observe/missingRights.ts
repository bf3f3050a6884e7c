import {
  KubernetesTransport,
  missingRbacYaml,
  reviewAccess,
  WantedAccess,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { KarmadaConnections } from '../connect';
import { fixedLanes } from './fixedLanes';

/** As what a credential may act. @internal */
export type Impersonated = 'users' | 'groups';

const READ = ['get', 'list', 'watch'];

const worksRights: WantedAccess[] = [
  { group: 'work.karmada.io', resource: 'works', verbs: ['get', 'list'] },
];

/**
 * What the credentials may not do of what they are for, as YAML to apply.
 *
 * @param templates - resources of the templates that are read
 * @returns undefined when nothing is missing
 * @throws KubernetesError when a server does not answer the question
 * @internal
 */
export async function missingRights(
  connections: KarmadaConnections,
  templates: Array<{ group: string; resource: string }>,
  options: { impersonates: Impersonated[]; signal: AbortSignal },
): Promise<string | undefined> {
  const wanted: Array<
    [KubernetesTransport | undefined, string, WantedAccess[]]
  > = [
    [connections.read, 'fairway-read', readRights(templates)],
    [connections.works, 'fairway-works', worksRights],
    [connections.logs, 'fairway-logs', logsRights(options.impersonates)],
  ];
  const parts: string[] = [];
  for (const [transport, name, rights] of wanted) {
    if (transport) {
      const { signal } = options;
      const missing = await reviewAccess(transport, rights, { signal });
      parts.push(missingRbacYaml(missing, name) ?? '');
    }
  }
  return parts.filter(Boolean).join('---\n') || undefined;
}

function readRights(
  templates: Array<{ group: string; resource: string }>,
): WantedAccess[] {
  return [
    ...fixedLanes.map(({ resource: { group, resource } }) => ({
      group,
      resource,
      verbs: READ,
    })),
    ...templates.map(template => ({ ...template, verbs: READ })),
    { group: '', resource: 'events', verbs: ['list'] },
  ];
}

function logsRights(impersonates: Impersonated[]): WantedAccess[] {
  return impersonates.length > 0
    ? impersonates.map(resource => ({
        group: '',
        resource,
        verbs: ['impersonate'],
      }))
    : [
        {
          group: 'cluster.karmada.io',
          resource: 'clusters/proxy',
          verbs: ['get'],
        },
      ];
}
