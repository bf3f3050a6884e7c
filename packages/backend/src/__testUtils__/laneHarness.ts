import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startSimulator } from '@fairway/simulator';
import { laneWorld } from './laneWorld';

type Credential = { kubeconfig: { file: string; context?: string } };

/** The entry of a control plane in the configuration. */
export type LaneEntry = Credential & {
  credentials: { works: Credential; logs?: Credential; act: Credential };
  identity: { mode?: string; user?: string; groups?: string };
};

/** A control plane with a service on two clusters, whatever it is made of. */
export interface LaneHarness {
  /** The entry of the configuration by which the portal reads it. */
  entry: LaneEntry;
  policyKey: string;
  setImage(version: string): Promise<void>;
  deletePolicy(): Promise<void>;
  close(): Promise<void>;
}

/** The embedded Karmada. */
export async function embeddedHarness(): Promise<LaneHarness> {
  const simulator = await startSimulator({ world: 'empty' });
  const { world } = simulator;
  laneWorld.objects.forEach(item => world.apply(structuredClone(item)));
  const credential = (context: string) => ({
    kubeconfig: { file: simulator.kubeconfigPath, context },
  });
  return {
    entry: {
      ...credential('karmada'),
      credentials: {
        works: credential('karmada-works'),
        logs: credential('karmada-logs'),
        act: credential('karmada-act'),
      },
      identity: { user: '{name}', groups: '{name}' },
    },
    policyKey: laneWorld.policyKey,
    setImage: async version =>
      world.setImage(laneWorld.deployment, laneWorld.image(version)),
    async deletePolicy() {
      const { store } = world.karmada;
      const type = store.type(
        'policy.karmada.io/v1alpha1',
        'PropagationPolicy',
      )!;
      world.remove(type, laneWorld.deployment);
    },
    close: () => simulator.close(),
  };
}

/** A real Karmada with clusters `member1` and `member2`, whose administrator a kubeconfig is, through kubectl. */
export async function realHarness(file: string): Promise<LaneHarness> {
  const namespace = `fairway-lanes-${Date.now().toString(36)}`;
  const run = promisify(execFile);
  const kubectl = (...words: string[]) =>
    run('kubectl', ['--kubeconfig', file, '-n', namespace, ...words]);
  const apply = async (object: object) => {
    const text = JSON.stringify(object).replaceAll('"demo"', `"${namespace}"`);
    const child = run('kubectl', ['--kubeconfig', file, 'apply', '-f', '-']);
    child.child.stdin?.end(text);
    await child;
  };
  for (const object of laneWorld.objects) {
    await apply(object);
  }
  const credential = { kubeconfig: { file } };
  return {
    entry: {
      ...credential,
      credentials: { works: credential, logs: credential, act: credential },
      identity: { mode: 'service' },
    },
    policyKey: laneWorld.policyKey.replace('/demo/', `/${namespace}/`),
    async setImage(version) {
      const image = laneWorld.image(version);
      await kubectl('set', 'image', 'deployment/shop', `app=${image}`);
    },
    async deletePolicy() {
      await kubectl('delete', 'propagationpolicy', 'shop');
    },
    async close() {
      await kubectl('delete', 'namespace', namespace, '--wait=false');
    },
  };
}
