import { createHash } from 'node:crypto';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { ClusterSummary } from '@fairway/backstage-plugin-multicluster-common';

const MAX_NAME = 63;
const LABEL_VALUE = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** Annotation of a cluster entity: `controlPlane/name`, as the API of the multicluster plugin names it. */
export const ANNOTATION_CLUSTER = 'fairway.io/cluster';

/** The Resource entity of a cluster. State is left out: it changes by the minute and belongs on the cluster's page. */
export function toClusterEntity(
  cluster: ClusterSummary,
  options: { owner: string; namespace?: string },
): Entity {
  const path = `${cluster.controlPlane}/${cluster.name}`;
  const location = `multicluster:${path}`;
  const { region } = cluster;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: entityName(`${cluster.controlPlane}-${cluster.name}`),
      title: cluster.name,
      ...(options.namespace && { namespace: options.namespace }),
      description: `Kubernetes cluster ${cluster.name} of control plane ${cluster.controlPlane}`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_CLUSTER]: path,
      },
      ...(region &&
        LABEL_VALUE.test(region) && {
          labels: { 'topology.kubernetes.io/region': region },
        }),
    },
    spec: { type: 'kubernetes-cluster', owner: options.owner },
  };
}

/** A name the catalog accepts. What had to be changed gets a hash, so that two clusters never become one entity. */
function entityName(text: string): string {
  const valid = text
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/[-_.]{2,}/g, '-')
    .replace(/^[-_.]+|[-_.]+$/g, '');
  if (valid === text && text.length <= MAX_NAME) {
    return text;
  }
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const kept = valid
    .slice(0, MAX_NAME - hash.length - 1)
    .replace(/[-_.]+$/, '');
  return kept ? `${kept}-${hash}` : hash;
}
