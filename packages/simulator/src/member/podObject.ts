import { plainCopy } from '../apiserver/plainCopy';
import type { KubeObject } from '../apiserver/ObjectStore';
import type { PodTemplate } from '../karmada/model/Workload';

const SUFFIX = 'bcdfghjklmnpqrstvwxz2456789';

/** Five characters as Kubernetes appends to generated names. */
export function nameSuffix(next: () => number): string {
  return Array.from(
    { length: 5 },
    () => SUFFIX[Math.floor(next() * SUFFIX.length)],
  ).join('');
}

/** A pod of an owner, not yet on a node. */
export function podObject(
  owner: KubeObject,
  template: PodTemplate,
  name: string,
): KubeObject {
  const { namespace, uid, name: ownerName } = owner.metadata;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      generateName: `${ownerName}-`,
      namespace,
      labels: { ...template.metadata?.labels },
      ...(template.metadata?.annotations && {
        annotations: template.metadata.annotations,
      }),
      ownerReferences: [
        {
          apiVersion: owner.apiVersion,
          kind: owner.kind,
          name: ownerName,
          uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: plainCopy(template.spec),
    status: { phase: 'Pending', qosClass: 'Burstable' },
  };
}
