import { plainCopy } from '../../apiserver/plainCopy';
import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Workload } from '../../karmada/model/Workload';
import type { DeployTarget } from '../piped/DeployTarget';

type Identified = Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'>;

const keyOf = ({ kind, metadata }: Identified) =>
  `${kind}/${metadata.namespace ?? ''}/${metadata.name}`;

/** A cluster that a piped reaches and nobody else does: what is applied there is well at once. */
export function memoryTarget(cluster: string): DeployTarget {
  const objects = new Map<string, KubeObject>();
  return {
    apply: object => {
      const key = keyOf(object);
      const made = plainCopy(object);
      made.metadata.uid ??= `${cluster}/${key}`;
      if (made.kind === 'Deployment') {
        const { replicas = 1 } = (made as Workload).spec;
        made.status = {
          replicas,
          updatedReplicas: replicas,
          availableReplicas: replicas,
        };
      }
      objects.set(key, made);
    },
    remove: object => void objects.delete(keyOf(object)),
    get: object => objects.get(keyOf(object)),
    below: () => [],
  };
}
