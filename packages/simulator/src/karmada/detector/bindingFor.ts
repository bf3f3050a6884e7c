import { plainCopy } from '../../apiserver/plainCopy';
import type { KubeObject } from '../../apiserver/ObjectStore';
import { bindingFlavour } from '../bindingTypes';
import { finalizers } from '../keys';
import type { Binding } from '../model/Binding';
import type { Policy } from '../model/Policy';
import { bindingName } from '../names/bindingName';
import { putClaim } from './claim';
import { templateReplicas } from './templateReplicas';

/** The reference a binding keeps to its template. */
export function templateReference(
  template: KubeObject,
): Binding['spec']['resource'] {
  const { namespace, name, uid, resourceVersion } = template.metadata;
  return {
    apiVersion: template.apiVersion,
    kind: template.kind,
    name,
    ...(namespace && { namespace }),
    resourceVersion,
    uid,
  };
}

/** The binding of a template without anything of a policy: where dependencies and claimed templates are alike. */
export function emptyBinding(template: KubeObject, id: string): Binding {
  const { namespace, name, uid } = template.metadata;
  const { type, finalizer, idKey } = bindingFlavour(namespace !== undefined);
  return {
    apiVersion: `${type.group}/${type.version}`,
    kind: type.kind,
    metadata: {
      name: bindingName(template.kind, name),
      ...(namespace && { namespace }),
      labels: { [idKey]: id },
      finalizers: [finalizer],
      ownerReferences: [
        {
          apiVersion: template.apiVersion,
          blockOwnerDeletion: true,
          controller: true,
          kind: template.kind,
          name,
          uid,
        },
      ],
    },
    spec: { resource: templateReference(template) },
  };
}

/** Writes what template and policy say now into a binding; what the scheduler and others wrote stays. */
export function applyPolicyToBinding(
  binding: Binding,
  template: KubeObject,
  policy: Policy,
): void {
  const { spec } = policy;
  putClaim(binding.metadata, policy);
  if (
    spec.propagateDeps &&
    !binding.metadata.finalizers?.includes(finalizers.dependencies)
  ) {
    binding.metadata.finalizers = [
      ...(binding.metadata.finalizers ?? []),
      finalizers.dependencies,
    ];
  }
  const scheduling = binding.spec.suspension?.scheduling;
  const wanted: Partial<Binding['spec']> = {
    resource: templateReference(template),
    ...templateReplicas(template),
    placement: spec.placement ?? {},
    propagateDeps: spec.propagateDeps,
    schedulerName: spec.schedulerName,
    conflictResolution: spec.conflictResolution,
    preserveResourcesOnDeletion: spec.preserveResourcesOnDeletion,
    failover: spec.failover,
    suspension:
      spec.suspension || scheduling !== undefined
        ? {
            ...spec.suspension,
            ...(scheduling !== undefined && { scheduling }),
          }
        : undefined,
  };
  for (const [field, value] of Object.entries(wanted)) {
    if (value === undefined) {
      delete (binding.spec as Record<string, unknown>)[field];
    } else {
      (binding.spec as Record<string, unknown>)[field] = plainCopy(value);
    }
  }
}
