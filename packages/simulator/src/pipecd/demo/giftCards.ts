import type { World } from '../../world/World';
import type { DemoApplication } from './DemoApplication';
import { kubernetesApplication } from './kubernetesApplication';
import { plainTarget } from './plainTarget';

/**
 * One service over the three clusters that nobody federates, in a chain: development and test take each version at once,
 * production asks somebody. A cluster of its own in each environment, a gate and a way through them all.
 */
export function giftCards(world: World): DemoApplication[] {
  const places = [
    { cluster: 'rohan', env: 'development', replicas: 1 },
    { cluster: 'gondor', env: 'test', replicas: 2 },
    { cluster: 'shire', env: 'production', replicas: 3 },
  ];
  return places.map(({ cluster, env, replicas }) => ({
    ...kubernetesApplication({
      name: `gift-cards-${cluster}`,
      workload: 'gift-cards',
      namespace: 'gift-cards',
      piped: 'v1',
      replicas,
      description: `gift-cards on ${cluster}`,
      labels: { app: 'gift-cards', cluster, env },
      spec: {
        target: plainTarget(world, cluster),
        ...(env === 'development' && {
          chain: ['gift-cards-gondor', 'gift-cards-shire'],
        }),
        ...(env === 'production' && {
          pipeline: [
            {
              name: 'WAIT_APPROVAL',
              desc: 'Release to production',
              approvers: ['noor', 'paul'],
            },
            { name: 'K8S_PRIMARY_ROLLOUT' },
          ],
        }),
      },
    }),
    provider: cluster,
  }));
}
