/** An object as an API server sends it, as far as every kind has the same fields. @public */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: KubernetesObjectMeta;
  [field: string]: unknown;
}

/** {@inheritDoc KubernetesObject} @public */
export interface KubernetesObjectMeta {
  name: string;
  /** Absent for cluster-scoped objects. */
  namespace?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  /** Only those that the observation allows. */
  annotations?: Record<string, string>;
  [field: string]: unknown;
}
