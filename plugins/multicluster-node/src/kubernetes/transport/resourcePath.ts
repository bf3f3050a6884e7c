import { apiPath } from './apiPath';

/** A resource as it appears in paths. @public */
export interface ResourceCoordinates {
  /** Empty for the core group. */
  group: string;
  version: string;
  /** Plural, lower case. */
  resource: string;
}

/**
 * The path of a collection or, with a name, of one object; further segments are subresources.
 *
 * @public
 */
export function resourcePath(
  coordinates: ResourceCoordinates,
  target: {
    /** Absent: all namespaces, or a cluster-scoped resource. */
    namespace?: string;
    name?: string;
    subresource?: string[];
  } = {},
): string {
  const { group, version, resource } = coordinates;
  const root = group ? ['apis', group, version] : ['api', version];
  const scope = target.namespace ? ['namespaces', target.namespace] : [];
  const object =
    target.name === undefined
      ? []
      : [target.name, ...(target.subresource ?? [])];
  return apiPath(...root, ...scope, resource, ...object);
}
