import { ResourceType } from '../ObjectStore';
import { verbsOf } from './verbsOf';

function group(types: readonly ResourceType[], name: string): object {
  const versions = [
    ...new Set(
      types.filter(type => type.group === name).map(type => type.version),
    ),
  ].map(version => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}

function groups(types: readonly ResourceType[]): object {
  const names = [...new Set(types.map(type => type.group))].filter(Boolean);
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: names.map(name => group(types, name)),
  };
}

function coreVersions(): object {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [],
  };
}

function entries(type: ResourceType): object[] {
  const common = {
    singularName: '',
    namespaced: type.namespaced,
    kind: type.kind,
  };
  return [
    {
      ...common,
      name: type.resource,
      singularName: type.kind.toLowerCase(),
      verbs: verbsOf(),
      ...(type.shortNames && { shortNames: type.shortNames }),
      ...(type.categories && { categories: type.categories }),
    },
    ...type.subresources.map(subresource => ({
      ...common,
      name: `${type.resource}/${subresource}`,
      ...(subresource === 'scale' && {
        group: 'autoscaling',
        version: 'v1',
        kind: 'Scale',
      }),
      verbs: verbsOf(subresource),
    })),
  ];
}

/** The kinds of one group and version; undefined when it is not served. */
function resources(
  types: readonly ResourceType[],
  groupName: string,
  version: string,
): object | undefined {
  const served = types.filter(
    type => type.group === groupName && type.version === version,
  );
  return served.length
    ? {
        kind: 'APIResourceList',
        apiVersion: 'v1',
        groupVersion: groupName ? `${groupName}/${version}` : version,
        resources: served.flatMap(entries),
      }
    : undefined;
}

/** Discovery as it was before the aggregated form: one answer for each group and version. */
export const legacyDiscovery = {
  coreVersions,
  groups,
  group,
  resources,
} as const;
