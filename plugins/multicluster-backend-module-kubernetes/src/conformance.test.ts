import { describeFleetSource } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { startSimulator } from '@fairway/simulator';
import { createSource } from './__testUtils__/createSource';
import { plainAbilities, plainWorld } from './__testUtils__/plainWorld';

describeFleetSource(
  'A cluster that nobody federates, embedded',
  { describe, it, beforeAll, afterAll },
  {
    abilities: plainAbilities,
    async createHarness() {
      const simulator = await startSimulator();
      const file = simulator.plainKubeconfigPath!;
      return {
        createSource: async () =>
          createSource({
            name: 'gondor',
            kubeconfig: { file, context: 'gondor' },
          }),
        world: plainWorld(simulator, {
          cluster: 'gondor',
          namespace: 'kubesphere-sample-prod',
        }),
        close: () => simulator.close(),
      };
    },
  },
);
