import type { KubeObject } from '../../apiserver/ObjectStore';
import { bindingId, flavourOf } from '../bindingTypes';
import { finalizers, keys } from '../keys';
import type { Binding } from '../model/Binding';
import type { Cluster } from '../model/Cluster';
import type { OverridePolicy } from '../model/Policy';
import type { Work } from '../model/Work';
import { executionNamespace } from '../names/executionNamespace';
import { applyOverrides } from './applyOverrides';
import { isSuspended } from './isSuspended';
import { backReference, conflictResolution, manifestFor } from './manifestFor';

/** The Work by which one cluster is sent its share of a template. */
export function workFor(
  binding: Binding,
  template: KubeObject,
  target: {
    cluster: Cluster;
    replicas?: number;
    name: string;
    workId: string;
    overrides: {
      clusterWide: OverridePolicy[];
      namespaced: OverridePolicy[];
    };
  },
): Work {
  const { cluster, replicas, name, workId } = target;
  const clusterName = cluster.metadata.name;
  const manifest = manifestFor(binding, template, {
    cluster: clusterName,
    replicas,
    workName: name,
    workId,
  });
  const applied = applyOverrides(manifest, cluster, target.overrides);
  return {
    apiVersion: 'work.karmada.io/v1alpha1',
    kind: 'Work',
    metadata: {
      name,
      namespace: executionNamespace(clusterName),
      finalizers: [finalizers.work],
      labels: {
        [flavourOf(binding).idKey]: bindingId(binding),
        [keys.workId]: workId,
      },
      annotations: {
        ...applied,
        ...backReference(binding),
        [keys.conflictResolution]: conflictResolution(binding),
      },
    },
    spec: {
      preserveResourcesOnDeletion:
        binding.spec.preserveResourcesOnDeletion ?? false,
      suspendDispatching: isSuspended(binding, clusterName),
      workload: { manifests: [manifest] },
    },
  };
}
