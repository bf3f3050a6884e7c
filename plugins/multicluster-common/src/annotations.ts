/** Names workloads of an entity: `[controlPlane:]Kind.group/namespace/name`, comma-separated. @public */
export const ANNOTATION_WORKLOADS = 'fairway.io/workloads';

/** Names a policy whose workloads belong to an entity: `[controlPlane:]namespace/name` or `[controlPlane:]name`. @public */
export const ANNOTATION_POLICY = 'fairway.io/policy';

/** Label on templates and annotation on entities, as the Kubernetes plugin uses it. @public */
export const ANNOTATION_KUBERNETES_ID = 'backstage.io/kubernetes-id';

/** {@inheritDoc ANNOTATION_KUBERNETES_ID} @public */
export const ANNOTATION_KUBERNETES_LABEL_SELECTOR =
  'backstage.io/kubernetes-label-selector';

/** {@inheritDoc ANNOTATION_KUBERNETES_ID} @public */
export const ANNOTATION_KUBERNETES_NAMESPACE =
  'backstage.io/kubernetes-namespace';

/** {@inheritDoc ANNOTATION_KUBERNETES_ID} @public */
export const ANNOTATION_KUBERNETES_CLUSTER = 'backstage.io/kubernetes-cluster';

/**
 * Names pipelines of an entity: `[source:]nativeId`, `[source:]name=<name>` or `[source:]label=<key>:<value>`,
 * comma-separated.
 *
 * @public
 */
export const ANNOTATION_PIPELINES = 'fairway.io/pipelines';

/**
 * Narrows an entity to some of the platform's environments: names, comma-separated. It can add none.
 *
 * @public
 */
export const ANNOTATION_ENVIRONMENTS = 'fairway.io/environments';
