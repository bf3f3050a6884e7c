import type { KubeObject } from '../../apiserver/ObjectStore';
import { duplicated, weighted } from '../../world/builders';

/** Policies that select by label, so that they mean the variants of a workload as well. */
function byLabel(
  name: string,
  namespace: string,
  placement: object,
): KubeObject {
  return {
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'PropagationPolicy',
    metadata: { name, namespace },
    spec: {
      resourceSelectors: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          labelSelector: { matchLabels: { app: name } },
        },
      ],
      placement,
    },
  };
}

/** Where what PipeCD deploys goes. The policy of `canary` stands with its story: it selects by name. */
export function places(): KubeObject[] {
  const shop = 'shop';
  return [
    byLabel('canary-mended', 'demo', weighted({ member1: 1, member2: 1 })),
    byLabel('wait-approval', 'demo', weighted({ member1: 1, member2: 1 })),
    byLabel(
      'analysis-with-baseline',
      'demo',
      weighted({ member1: 1, 'us-east-1': 1 }),
    ),
    byLabel('payouts', 'demo', weighted({ member1: 1, member2: 1 })),
    byLabel('refunds', 'demo', weighted({ member1: 1, member2: 1 })),
    byLabel('settlements', 'demo', weighted({ member1: 1, member2: 1 })),
    byLabel('basket', shop, weighted({ member1: 2, 'us-east-1': 1 })),
    byLabel('invoices', shop, weighted({ member1: 1, member2: 1 })),
    byLabel('returns', shop, duplicated('eu-central-1')),
    byLabel('label-printer', shop, duplicated('eu-central-1')),
    byLabel('shipping', shop, weighted({ member2: 1, 'eu-central-1': 1 })),
    byLabel('tracking', shop, duplicated('eu-central-1')),
    byLabel('tariffs', shop, duplicated('eu-central-1')),
    byLabel('stocktake', shop, duplicated('eu-central-1')),
    byLabel('vouchers', shop, duplicated('eu-central-1')),
  ];
}
