import type { World } from '../../world/World';
import type { DemoApplication } from './DemoApplication';
import { kubernetesApplication } from './kubernetesApplication';
import { plainTarget } from './plainTarget';

/**
 * One service over the three clusters that nobody federates, in a chain: development and test take each version at once,
 * production asks somebody. A cluster of its own in each environment, a gate and a way through them all.
 */
export function loyalty(world: World): DemoApplication[] {
  const places = [
    { cluster: 'rohan', env: 'development', replicas: 1 },
    { cluster: 'gondor', env: 'test', replicas: 2 },
    { cluster: 'shire', env: 'production', replicas: 3 },
  ];
  return places.map(({ cluster, env, replicas }) => ({
    ...kubernetesApplication({
      name: `loyalty-${cluster}`,
      workload: 'loyalty',
      namespace: 'loyalty',
      piped: 'v1',
      replicas,
      description: `loyalty on ${cluster}`,
      labels: { app: 'loyalty', cluster, env },
      spec: {
        target: plainTarget(world, cluster),
        ...(env === 'development' && {
          chain: ['loyalty-gondor', 'loyalty-shire'],
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
