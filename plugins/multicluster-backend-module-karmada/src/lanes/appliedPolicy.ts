import { LaneChange } from '@fairway/backstage-plugin-multicluster-node';
import { keys } from '../project/keys';
import { policyResource } from './policyResource';
import { releaseCommand } from './releaseCommand';

/** The form a policy is to take: held for every cluster, for these alone, or not at all and without our note. @internal */
export type WantedForm = true | string[] | undefined;

/**
 * The body of a server-side apply that changes how a policy holds, and nothing else of it.
 *
 * @remarks
 * An apply says everything that its manager holds: what a body leaves out is dropped from the object. So each one carries the
 * form, our note and the resourceVersion it was decided on, and the one that disarms carries neither form nor note.
 *
 * @internal
 */
export function appliedPolicy(
  request: Pick<LaneChange, 'policy' | 'note'> & {
    /** Absent: whatever it is; for a look alone. */
    resourceVersion?: string;
  },
  form: WantedForm,
): Record<string, unknown> {
  const { policy, resourceVersion, note } = request;
  const { group, version } = policyResource(policy);
  return {
    apiVersion: `${group}/${version}`,
    kind: policy.kind,
    metadata: {
      name: policy.name,
      ...(policy.namespace && { namespace: policy.namespace }),
      ...(resourceVersion && { resourceVersion }),
      ...(form !== undefined && { annotations: annotationsOf(policy, note) }),
    },
    spec: form === undefined ? {} : { suspension: suspensionOf(form) },
  };
}

function annotationsOf(
  policy: LaneChange['policy'],
  { by, requestId }: LaneChange['note'],
): Record<string, string> {
  return {
    [keys.heldBy]: by,
    ...(requestId && { [keys.heldRequest]: requestId }),
    [keys.heldNote]: `Dispatch is held by Fairway until it is approved. To release it by hand: ${releaseCommand(
      policy,
    )}`,
  };
}

/** A list of nobody is no list: without clusters the webhook and the controllers read it as if there were none. */
function suspensionOf(form: true | string[]): Record<string, unknown> {
  if (form === true) {
    return { dispatching: true };
  }
  return form.length > 0
    ? { dispatchingOnClusters: { clusterNames: form } }
    : { dispatching: false };
}
