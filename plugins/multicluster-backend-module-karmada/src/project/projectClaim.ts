import { PolicyRef } from '@fairway/backstage-plugin-multicluster-common';
import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { keys } from './keys';

/** The policy that claimed an object. @internal */
export interface Claim {
  policyId?: string;
  policy?: PolicyRef;
}

/**
 * Which policy claimed a template or binding: the permanent id is a label, the human name an annotation. Names alone
 * must never be joined on; they come back with another policy behind them.
 *
 * @internal
 */
export function projectClaim(metadata: Record<string, unknown>): Claim {
  const labels = read.record(metadata.labels);
  const annotations = read.record(metadata.annotations);
  const ppId = read.string(labels[keys.ppId]);
  if (ppId) {
    const name = read.string(annotations[keys.ppName]);
    return {
      policyId: ppId,
      ...(name && {
        policy: {
          kind: 'PropagationPolicy',
          namespace: read.string(annotations[keys.ppNamespace]) ?? '',
          name,
        },
      }),
    };
  }
  const cppId = read.string(labels[keys.cppId]);
  if (cppId) {
    const name = read.string(annotations[keys.cppName]);
    return {
      policyId: cppId,
      ...(name && {
        policy: { kind: 'ClusterPropagationPolicy', namespace: '', name },
      }),
    };
  }
  return {};
}
