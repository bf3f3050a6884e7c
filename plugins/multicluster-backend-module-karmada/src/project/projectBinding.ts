import {
  PlacementFact,
  workloadKey,
} from '@fairway/backstage-plugin-multicluster-node';
import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { BindingNative } from '../native/BindingNative';
import { groupVersion } from './groupVersion';
import { keys } from './keys';
import { projectClaim } from './projectClaim';
import { projectBindingNative } from './projectBindingNative';
import { UnknownValue } from './UnknownValue';

/**
 * A ResourceBinding or ClusterResourceBinding.
 *
 * @remarks
 * Runs once per object of a list of 100,000: no deep copy, no serialising. The template is found by `spec.resource`,
 * never by the binding's name, in which two groups with the same kind collide.
 *
 * @returns undefined for an object that does not say which template it places
 * @internal
 */
export function projectBinding(
  raw: unknown,
  onUnknown?: UnknownValue,
): PlacementFact<BindingNative> | undefined {
  const object = read.record(raw);
  const metadata = read.record(object.metadata);
  const spec = read.record(object.spec);
  const resource = read.record(spec.resource);
  const name = read.string(metadata.name);
  const kind = read.string(resource.kind);
  const workloadName = read.string(resource.name);
  if (!name || !kind || !workloadName) {
    return undefined;
  }
  const workload: PlacementFact['workload'] = {
    ...groupVersion(read.string(resource.apiVersion)),
    kind,
    namespace: read.string(resource.namespace) ?? '',
    name: workloadName,
  };
  const uid = read.string(resource.uid);
  if (uid) {
    workload.uid = uid;
  }
  const status = read.record(object.status);
  const native = projectBindingNative(metadata, spec, status, onUnknown);
  const claim = projectClaim(metadata);
  return {
    type: 'placement',
    key: bindingKey(read.string(metadata.namespace), name),
    workloadKey: workloadKey(workload),
    workload,
    dependency: isDependency(metadata, native, claim.policyId),
    ...claim,
    native,
  };
}

/** Key of a binding within its source; cluster-scoped ones have no namespace. @internal */
export function bindingKey(
  namespace: string | undefined,
  name: string,
): string {
  return namespace ? `rb/${namespace}/${name}` : `crb/${name}`;
}

/**
 * Only follows others: no policy and no other controller owns it, and somebody needs it. A binding whose policy was
 * deleted keeps its placement, which an attached one never had; Karmada tells the two apart by the same sign
 * (`createOrUpdateAttachedBinding` of its dependencies distributor).
 */
function isDependency(
  metadata: Record<string, unknown>,
  native: BindingNative,
  policyId: string | undefined,
): boolean {
  if (policyId || native.own || native.plc) {
    return false;
  }
  return (
    native.req !== undefined ||
    Object.keys(read.record(metadata.labels)).some(
      key =>
        key.startsWith(keys.dependedByPrefix) ||
        key.startsWith(keys.clusterDependedByPrefix),
    )
  );
}
