import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const action = 'multicluster:placement:wait';

export const examples: TemplateExample[] = [
  {
    description: 'Wait until a version is healthy everywhere',
    example: stringify({
      steps: [
        {
          id: 'rollout',
          action,
          name: 'Wait for checkout',
          input: {
            entityRef: '${{ steps.register.output.entityRef }}',
            version: '${{ parameters.version }}',
            timeoutSeconds: 900,
          },
        },
      ],
    }),
  },
  {
    description: 'Wait until the copy on one cluster was at least applied',
    example: stringify({
      steps: [
        {
          id: 'canary',
          action,
          name: 'Wait for the canary',
          input: {
            entityRef: 'component:default/checkout',
            clusters: ['member1'],
            states: ['rolling-out', 'applied', 'healthy'],
          },
        },
      ],
    }),
  },
];
