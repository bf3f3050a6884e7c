import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const action = 'multicluster:propagation-policy:write';
const resourceSelectors = [
  { apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' },
  { apiVersion: 'v1', kind: 'Service', name: 'checkout' },
];

function example(name: string, input: object): string {
  return stringify({
    steps: [{ id: 'policy', action, name, input }],
  });
}

export const examples: TemplateExample[] = [
  {
    description: 'Every copy on each of two clusters',
    example: example('Place checkout on two clusters', {
      path: 'deploy/propagation-policy.yaml',
      name: 'checkout',
      namespace: 'shop',
      resourceSelectors,
      placement: {
        clusterAffinity: { clusterNames: ['member1', 'member2'] },
        replicaScheduling: { replicaSchedulingType: 'Duplicated' },
      },
    }),
  },
  {
    description: 'Copies divided by weight',
    example: example('Two thirds on member1, one third on member2', {
      name: 'checkout',
      namespace: 'shop',
      resourceSelectors,
      placement: {
        clusterAffinity: { clusterNames: ['member1', 'member2'] },
        replicaScheduling: {
          replicaSchedulingType: 'Divided',
          replicaDivisionPreference: 'Weighted',
          weightPreference: {
            staticWeightList: [
              { targetCluster: { clusterNames: ['member1'] }, weight: 2 },
              { targetCluster: { clusterNames: ['member2'] }, weight: 1 },
            ],
          },
        },
      },
    }),
  },
  {
    description: 'Clusters by label, spread over two regions',
    example: example('Spread checkout over regions', {
      name: 'checkout',
      namespace: 'shop',
      resourceSelectors,
      propagateDeps: true,
      placement: {
        clusterAffinity: {
          labelSelector: { matchLabels: { environment: 'production' } },
        },
        spreadConstraints: [
          { spreadByField: 'region', minGroups: 2, maxGroups: 2 },
          { spreadByField: 'cluster', minGroups: 2 },
        ],
        replicaScheduling: {
          replicaSchedulingType: 'Divided',
          replicaDivisionPreference: 'Weighted',
          weightPreference: { dynamicWeight: 'AvailableReplicas' },
        },
      },
    }),
  },
];
