import { PolicyFact } from '@fairway/backstage-plugin-multicluster-node';
import {
  ImpersonatedUser,
  KubernetesTransport,
  read,
  resourcePath,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { PolicyNative } from '../native/PolicyNative';
import { PolicyKind, projectPolicy } from '../project/projectPolicy';
import { policyResource } from './policyResource';

/** A policy as it is now. @internal */
export interface LivePolicy {
  /** With its managedFields. */
  object: Record<string, unknown>;
  fact: PolicyFact<PolicyNative>;
  resourceVersion: string;
}

/**
 * A policy as it is now, with what says who manages its fields.
 *
 * @throws KubernetesError; its status is 404 when it is gone
 * @internal
 */
export async function readPolicy(
  transport: KubernetesTransport,
  policy: PolicyFact,
  signal: AbortSignal,
  as?: ImpersonatedUser,
): Promise<LivePolicy> {
  const object = read.record(
    await transport.json({
      path: resourcePath(policyResource(policy), {
        namespace: policy.namespace || undefined,
        name: policy.name,
      }),
      as,
      signal,
    }),
  );
  const { resourceVersion } = read.record(object.metadata);
  return {
    object,
    fact: projectPolicy(object, policy.kind as PolicyKind) ?? {
      ...policy,
      native: { sel: [] },
    },
    resourceVersion: read.string(resourceVersion) ?? '',
  };
}
