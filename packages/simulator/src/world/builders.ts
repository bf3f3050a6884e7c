import type { KubeObject } from '../apiserver/ObjectStore';
import type { Placement } from '../karmada/model/Placement';
import type { Policy } from '../karmada/model/Policy';

/** What a service of the world is made of. */
export interface ServiceSpec {
  name: string;
  namespace: string;
  image: string;
  replicas?: number;
  kind?: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job';
  /** Its entity's name, by which the template confirms the match; false leaves the label out. */
  entity?: string | false;
  cpu?: string;
  memory?: string;
  podAnnotations?: Record<string, string>;
  labels?: Record<string, string>;
  envFrom?: Array<Record<string, unknown>>;
  parallelism?: number;
  completions?: number;
}

/** The template of a service. */
export function workload(spec: ServiceSpec): KubeObject {
  const { name, namespace, kind = 'Deployment', entity = spec.name } = spec;
  const app = { app: name };
  const job = kind === 'Job';
  const { parallelism, completions, podAnnotations, envFrom } = spec;
  return {
    apiVersion: job ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: {
      name,
      namespace,
      labels: {
        ...app,
        ...(entity && { 'backstage.io/kubernetes-id': entity }),
        ...spec.labels,
      },
    },
    spec: {
      ...(kind !== 'DaemonSet' && !job && { replicas: spec.replicas ?? 1 }),
      ...(job
        ? { parallelism, completions }
        : { selector: { matchLabels: app } }),
      ...(kind === 'StatefulSet' && { serviceName: name }),
      template: {
        metadata: {
          labels: app,
          ...(podAnnotations && { annotations: podAnnotations }),
        },
        spec: {
          containers: [
            {
              name: 'app',
              image: spec.image,
              ...(envFrom && { envFrom }),
              resources: {
                requests: {
                  cpu: spec.cpu ?? '100m',
                  memory: spec.memory ?? '128Mi',
                },
              },
            },
          ],
        },
      },
    },
  };
}

/** A policy that selects templates by name. */
export function policy(
  name: string,
  namespace: string | undefined,
  selected: Array<[kind: string, name: string]>,
  spec: Partial<Policy['spec']> & { placement?: Placement },
): KubeObject {
  const apiVersions: Record<string, string> = {
    Deployment: 'apps/v1',
    StatefulSet: 'apps/v1',
    DaemonSet: 'apps/v1',
    Job: 'batch/v1',
    CronJob: 'batch/v1',
    ClusterRole: 'rbac.authorization.k8s.io/v1',
    Role: 'rbac.authorization.k8s.io/v1',
    RoleBinding: 'rbac.authorization.k8s.io/v1',
    Ingress: 'networking.k8s.io/v1',
  };
  return {
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: namespace ? 'PropagationPolicy' : 'ClusterPropagationPolicy',
    metadata: { name, ...(namespace && { namespace }) },
    spec: {
      resourceSelectors: selected.map(([kind, selectedName]) => ({
        apiVersion: apiVersions[kind] ?? 'v1',
        kind,
        name: selectedName,
      })),
      ...spec,
    },
  };
}

/** A placement that divides by fixed weights. */
export function weighted(weights: Record<string, number>): Placement {
  return {
    clusterAffinity: { clusterNames: Object.keys(weights) },
    replicaScheduling: {
      replicaSchedulingType: 'Divided',
      replicaDivisionPreference: 'Weighted',
      weightPreference: {
        staticWeightList: Object.entries(weights).map(([name, weight]) => ({
          targetCluster: { clusterNames: [name] },
          weight,
        })),
      },
    },
  };
}

/** A placement that puts every copy on each of the clusters. */
export function duplicated(...clusterNames: string[]): Placement {
  return {
    clusterAffinity: { clusterNames },
    replicaScheduling: { replicaSchedulingType: 'Duplicated' },
  };
}
