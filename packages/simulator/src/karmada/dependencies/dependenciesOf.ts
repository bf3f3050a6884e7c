import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Workload } from '../model/Workload';

/** What a template needs beside it. */
export interface Dependency {
  apiVersion: string;
  kind: 'ConfigMap' | 'Secret' | 'ServiceAccount' | 'PersistentVolumeClaim';
  namespace: string;
  name: string;
}

/** What the pods of a template name: in the order ConfigMaps, Secrets, service account, claims, each by name. */
export function dependenciesOf(template: KubeObject): Dependency[] {
  const pod = (template as Partial<Workload>).spec?.template?.spec;
  const namespace = template.metadata.namespace ?? '';
  if (!pod) {
    return [];
  }
  const names: Record<Dependency['kind'], Set<string>> = {
    ConfigMap: new Set(),
    Secret: new Set(),
    ServiceAccount: new Set(),
    PersistentVolumeClaim: new Set(),
  };
  const add = (kind: Dependency['kind'], name: string | undefined) => {
    if (name) {
      names[kind].add(name);
    }
  };
  for (const { envFrom = [] } of pod.containers) {
    for (const source of envFrom) {
      add('ConfigMap', source.configMapRef?.name);
      add('Secret', source.secretRef?.name);
    }
  }
  for (const volume of pod.volumes ?? []) {
    add('ConfigMap', volume.configMap?.name);
    add('Secret', volume.secret?.secretName);
    add('PersistentVolumeClaim', volume.persistentVolumeClaim?.claimName);
  }
  if (pod.serviceAccountName !== 'default') {
    add('ServiceAccount', pod.serviceAccountName);
  }
  return Object.entries(names).flatMap(([kind, found]) =>
    [...found].sort().map(name => ({
      apiVersion: 'v1',
      kind: kind as Dependency['kind'],
      namespace,
      name,
    })),
  );
}
