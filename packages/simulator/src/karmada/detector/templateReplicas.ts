import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Binding } from '../model/Binding';
import type { Workload } from '../model/Workload';

/** Kinds whose replicas Karmada's default interpreter reads, and where they stand. */
const REPLICA_FIELDS: Record<string, 'replicas' | 'parallelism'> = {
  Deployment: 'replicas',
  StatefulSet: 'replicas',
  Job: 'parallelism',
};

/** The field of a kind that holds its replicas, or undefined for kinds without. */
export function replicaField(
  kind: string,
): 'replicas' | 'parallelism' | undefined {
  return REPLICA_FIELDS[kind];
}

/** What a binding says of the replicas of its template; empty for kinds without. */
export function templateReplicas(
  template: KubeObject,
): Pick<Binding['spec'], 'replicas' | 'replicaRequirements'> {
  const field = replicaField(template.kind);
  if (!field) {
    return {};
  }
  const { spec } = template as Workload;
  const [container] = spec.template.spec.containers;
  const requests = container?.resources?.requests;
  return {
    replicas: spec[field] ?? 1,
    replicaRequirements: {
      ...(template.metadata.namespace && {
        namespace: template.metadata.namespace,
      }),
      ...(requests && { resourceRequest: requests }),
    },
  };
}
