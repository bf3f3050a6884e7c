/** An object as the API serves it. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: unknown;
}

/** {@inheritDoc KubeObject} */
export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  finalizers?: string[];
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: Array<Record<string, unknown>>;
  managedFields?: Array<Record<string, unknown>>;
  [field: string]: unknown;
}

/** A kind that a server serves. */
export interface ResourceType {
  group: string;
  version: string;
  /** Plural, lower case: the path segment. */
  resource: string;
  kind: string;
  namespaced: boolean;
  subresources: string[];
  shortNames?: string[];
  categories?: string[];
  /**
   * Who serves it: the API server itself (default), a custom resource of it, or an aggregated server behind it. Real
   * ones differ in small things that clients trip over: items of built-in lists carry no kind, an aggregated server
   * can be down alone.
   */
  served?: 'built-in' | 'custom' | 'aggregated';
}

/** What happened to an object, with the resourceVersion of the change in the object's metadata. */
export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resource: ResourceType;
  object: KubeObject;
}

/**
 * The objects of one API server, with the semantics of the real one: one counter for resourceVersions over all kinds,
 * generation that moves with spec alone, finalizers that delay deletion, conflicts on a stale resourceVersion.
 *
 * Controllers of the same process work on it directly, as if through the loopback; everything written here is seen by
 * every watch. Objects handed out must not be changed by the caller.
 */
export interface ObjectStore {
  get(
    type: ResourceType,
    namespace: string,
    name: string,
  ): KubeObject | undefined;
  /** All objects of a kind, in key order. */
  list(type: ResourceType, namespace?: string): KubeObject[];
  /** Throws a StatusError 409 AlreadyExists. */
  create(
    type: ResourceType,
    object: KubeObject,
    options?: { fieldManager?: string },
  ): KubeObject;
  /**
   * Replaces spec and metadata, or status alone with `status: true`. An update that changes nothing keeps the
   * resourceVersion. Throws StatusError 404, or 409 Conflict when `object.metadata.resourceVersion` is stale.
   */
  update(
    type: ResourceType,
    object: KubeObject,
    options?: { status?: boolean; fieldManager?: string },
  ): KubeObject;
  /** Marks for deletion, and removes once no finalizer is left. */
  delete(type: ResourceType, namespace: string, name: string): void;
  /** Called synchronously after each change. Returns a function that ends it. */
  subscribe(listener: (event: StoreEvent) => void): () => void;
  type(apiVersion: string, kind: string): ResourceType | undefined;
  /** The server's time, which stands in timestamps. */
  now(): Date;
}
