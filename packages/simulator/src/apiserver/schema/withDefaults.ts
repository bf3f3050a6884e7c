import { KubeObject, ResourceType } from '../ObjectStore';
import { typeKey } from '../types/typeKey';

interface PolicySpec {
  placement?: { replicaScheduling?: object };
  failover?: { application?: object; cluster?: object };
}

const POLICIES = [
  'policy.karmada.io/propagationpolicies',
  'policy.karmada.io/clusterpropagationpolicies',
];

/** Fills in what the CRDs of Karmada declare as defaults; they count as written by whoever wrote the object. */
export function withDefaults(
  type: ResourceType,
  object: KubeObject,
): KubeObject {
  const spec = object.spec as PolicySpec | undefined;
  if (!POLICIES.includes(typeKey(type)) || !spec) {
    return object;
  }
  const { placement, failover } = spec;
  return {
    ...object,
    spec: {
      conflictResolution: 'Abort',
      preemption: 'Never',
      priority: 0,
      schedulerName: 'default-scheduler',
      ...spec,
      ...(placement?.replicaScheduling && {
        placement: {
          ...placement,
          replicaScheduling: {
            replicaSchedulingType: 'Divided',
            ...placement.replicaScheduling,
          },
        },
      }),
      ...(failover && { failover: failoverDefaults(failover) }),
    },
  };
}

function failoverDefaults(failover: NonNullable<PolicySpec['failover']>) {
  const { application, cluster } = failover;
  return {
    ...failover,
    ...(application && {
      application: {
        purgeMode: 'Gracefully',
        ...application,
        decisionConditions: {
          tolerationSeconds: 300,
          ...(application as { decisionConditions?: object })
            .decisionConditions,
        },
      },
    }),
    ...(cluster && { cluster: { purgeMode: 'Gracefully', ...cluster } }),
  };
}
