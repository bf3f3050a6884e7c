import { ServedResource } from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** How lanes of templates are called. @internal */
export const laneNames = {
  /** As kubectl names the resource, for example `deployments.apps`. */
  lane({ resource, group }: Pick<ServedResource, 'resource' | 'group'>) {
    return group ? `${resource}.${group}` : resource;
  },

  /** The usual plural of a kind, for servers that do not tell it. */
  plural(kind: string): string {
    return laneNames.subject(kind).toLowerCase();
  },

  /** What people call several of a kind, for example `Ingresses`. */
  subject(kind: string): string {
    return kind.endsWith('s')
      ? `${kind}es`
      : `${kind.replace(/([^aeiou])y$/, '$1ie')}s`;
  },
};
