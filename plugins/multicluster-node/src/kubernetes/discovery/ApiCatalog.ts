/** A resource that a server serves. @public */
export interface ServedResource {
  /** Empty for the core group. */
  group: string;
  version: string;
  /** Plural, lower case. */
  resource: string;
  kind: string;
  namespaced: boolean;
  verbs: string[];
  /** Names of its subresources, for example `status`. */
  subresources: string[];
}

/**
 * What an API server serves.
 *
 * @public
 */
export class ApiCatalog {
  /** @internal */
  static create(options: {
    gitVersion: string | undefined;
    resources: ServedResource[];
    stale: string[];
  }): ApiCatalog {
    return new ApiCatalog(options);
  }

  /** For example `v1.36.2`; undefined when the server does not say. */
  readonly gitVersion: string | undefined;
  /** In order of preference: the version a server prefers comes first within its group. */
  readonly resources: readonly ServedResource[];
  /**
   * `group/version` of what cannot be told about: the server behind it does not answer. What is listed of it may be old,
   * and what is missing may well be served.
   */
  readonly stale: readonly string[];

  private constructor(options: Parameters<typeof ApiCatalog.create>[0]) {
    this.gitVersion = options.gitVersion;
    this.resources = options.resources;
    this.stale = options.stale;
  }

  /** Whether the group is served in any version. */
  servesGroup(group: string): boolean {
    return (
      this.resources.some(resource => resource.group === group) ||
      this.stale.some(name => name.split('/')[0] === group)
    );
  }

  /** Whether what is said about this group may be old. */
  isStale(group: string, version?: string): boolean {
    return this.stale.some(name => {
      const [staleGroup, staleVersion] = name.split('/');
      return staleGroup === group && (!version || staleVersion === version);
    });
  }

  /** The resource of a kind, in the version given or else the preferred one. */
  findKind(identity: {
    group: string;
    version?: string;
    kind: string;
  }): ServedResource | undefined {
    const { group, version, kind } = identity;
    return this.resources.find(
      resource =>
        resource.group === group &&
        resource.kind === kind &&
        (version === undefined || resource.version === version),
    );
  }

  /** A resource by its plural name, in the version given or else the preferred one. */
  findResource(identity: {
    group: string;
    version?: string;
    resource: string;
  }): ServedResource | undefined {
    const { group, version, resource: name } = identity;
    return this.resources.find(
      resource =>
        resource.group === group &&
        resource.resource === name &&
        (version === undefined || resource.version === version),
    );
  }
}
