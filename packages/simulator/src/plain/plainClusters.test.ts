import fs from 'node:fs';
import { AppsV1Api, CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import { startSimulator, type Simulator } from '../startSimulator';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
}, 60_000);

afterAll(() => simulator.close());

function config(context: string): KubeConfig {
  const made = new KubeConfig();
  made.loadFromFile(simulator.plainKubeconfigPath!);
  made.setCurrentContext(context);
  return made;
}

async function pods(context: string, namespace: string) {
  const { items } = await config(context)
    .makeApiClient(CoreV1Api)
    .listNamespacedPod({ namespace });
  return items;
}

describe('the clusters that nobody federates', () => {
  it.each([
    ['rohan', 'kubesphere-sample-dev', 1, 'SNAPSHOT-master-43'],
    ['gondor', 'kubesphere-sample-prod', 2, 'latest'],
    ['shire', 'kubesphere-sample-prod', 3, 'latest'],
  ])(
    '%s runs ks-sample in %s, %d times, by the tag %s',
    async (context, namespace, replicas, tag) => {
      const deployment = await config(context)
        .makeApiClient(AppsV1Api)
        .readNamespacedDeployment({ name: 'ks-sample', namespace });
      expect(deployment.status?.availableReplicas).toBe(replicas);
      const found = await pods(context, namespace);
      expect(found).toHaveLength(replicas);
      for (const { status } of found) {
        const [container] = status!.containerStatuses!;
        expect(container.image).toMatch(new RegExp(`:${tag}$`));
        expect(container.imageID).toMatch(
          /^docker\.io\/kubespheredev\/ks-sample@sha256:[0-9a-f]{64}$/,
        );
      }
    },
  );

  it('run different images under one tag', async () => {
    const ids = await Promise.all(
      ['gondor', 'shire'].map(async context => {
        const [pod] = await pods(context, 'kubesphere-sample-prod');
        return pod.status!.containerStatuses![0].imageID;
      }),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('lets only its owner read the kubeconfig', () => {
    const { mode } = fs.statSync(simulator.plainKubeconfigPath!);
    expect(mode % 0o1000).toBe(0o600);
  });

  it('rolls gondor to a version that crashes, and to one that does not', async () => {
    const crashed = async () =>
      (await pods('gondor', 'kubesphere-sample-prod')).some(
        ({ spec, status }) =>
          spec!.containers[0].image!.endsWith(':v1.1.0-broken') &&
          status!.phase !== undefined,
      );
    await simulator.story('gondor-broken');
    while (!(await crashed())) {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    await simulator.story('gondor-mended');
    const images = async () =>
      (await pods('gondor', 'kubesphere-sample-prod')).map(
        ({ spec }) => spec!.containers[0].image,
      );
    while ((await images()).some(image => !image!.endsWith(':v1.1.1'))) {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    expect(await images()).toHaveLength(2);
  }, 60_000);

  it('loses shire and gets it back, and what ran there ran on', async () => {
    await simulator.story('shire-unreachable');
    await expect(pods('shire', 'kubesphere-sample-prod')).rejects.toThrow();
    await expect(
      pods('gondor', 'kubesphere-sample-prod'),
    ).resolves.toHaveLength(2);
    await simulator.story('shire-back');
    await expect(pods('shire', 'kubesphere-sample-prod')).resolves.toHaveLength(
      3,
    );
  });
});
