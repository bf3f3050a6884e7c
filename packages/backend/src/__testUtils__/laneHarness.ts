import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { startSimulator } from '@fairway/simulator';
import { laneWorld } from './laneWorld';

type Credential = { kubeconfig: { file: string; context?: string } };

/** The entry of a control plane in the configuration. */
export type LaneEntry = Credential & {
  credentials: { works: Credential; logs?: Credential; act: Credential };
  identity: { mode?: string; user?: string; groups?: string };
};

/** What of a cluster keeps copies away. */
export interface Tainted {
  spec: { taints?: Array<{ key: string; effect: string }> };
}

/** How a cluster is lost: nothing answers any more, what answers never does so to the end, or whoever reports for it has stopped. */
export type LossWay = 'dies' | 'hangs' | 'loses its agent';

/** A control plane with a service on two clusters, whatever it is made of. */
export interface LaneHarness {
  /** The entry of the configuration by which the portal reads it. */
  entry: LaneEntry;
  policyKey: string;
  setImage(version: string): Promise<void>;
  deletePolicy(): Promise<void>;
  /** Lets somebody else manage the field of the policy that holds, or let go of it. */
  manageElsewhere(manages: boolean): Promise<void>;
  /** A cluster, or an object in the namespace of the service; rejects when there is none. */
  read<T extends object>(
    apiVersion: string,
    kind: string,
    name: string,
  ): Promise<T>;
  /** Loses a cluster; a real one by the script that `KARMADA_LAB` names. */
  lose(cluster: string, way: LossWay): Promise<void>;
  /** Brings a cluster back that was lost in this way. */
  giveBack(cluster: string, way: LossWay): Promise<void>;
  /** Puts a taint on a cluster that evicts what is there, or takes it away. */
  evict(cluster: string, evicts: boolean): Promise<void>;
  /** Lets an eviction that waits for its replacement run out of time; a real one has to be waited for. */
  endGrace(): Promise<void>;
  close(): Promise<void>;
}

const EVICTS = { key: 'lost', value: 'yes', effect: 'NoExecute' } as const;

/** A real control plane, on which more can be tried by hand. */
export interface RealLaneHarness extends LaneHarness {
  namespace: string;
  /** Gives what it says. Rejects when it fails. */
  kubectl(...words: string[]): Promise<string>;
  /** Makes an object, whose namespace `demo` is that of this trial; or sets some of one, and manages that under a name. */
  put(object: object, manager?: string): Promise<void>;
}

/** The embedded Karmada. @param speed - world seconds per second: copies that come up are what is waited for */
export async function embeddedHarness(
  objects: object[] = laneWorld.objects,
  speed = 4,
): Promise<LaneHarness> {
  const simulator = await startSimulator({ world: 'empty', speed });
  const { world } = simulator;
  objects.forEach(item => world.apply(structuredClone(item) as never));
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
    async manageElsewhere(manages) {
      const released = manages ? { dispatching: false } : undefined;
      world.hold(laneWorld.deployment, released);
    },
    async read<T extends object>(
      apiVersion: string,
      kind: string,
      name: string,
    ) {
      const { store } = world.karmada;
      const type = store.type(apiVersion, kind)!;
      const found = store.get(type, type.namespaced ? 'demo' : '', name);
      if (!found) {
        throw new Error(`There is no ${kind} ${name}`);
      }
      return found as object as T;
    },
    async lose(cluster, way) {
      if (way === 'loses its agent') {
        world.stopAgent(cluster);
      } else {
        world.loseCluster(cluster, way === 'dies' ? 'refuse' : 'hang');
      }
    },
    giveBack: async cluster => world.recoverCluster(cluster),
    async evict(cluster, evicts) {
      if (evicts) {
        world.taint(cluster, EVICTS);
      } else {
        world.untaint(cluster, EVICTS.key);
      }
    },
    endGrace: async () => world.pass(600_000),
    close: () => simulator.close(),
  };
}

/** What to tell the script; of the agents it knows one. */
const LOSES = { dies: 'kill', hangs: 'hang', 'loses its agent': 'agent off' };
const GIVES_BACK = {
  dies: 'back',
  hangs: 'back',
  'loses its agent': 'agent on',
};

async function lab(action: string, cluster: string): Promise<void> {
  const words = action.includes(' ') ? action.split(' ') : [action, cluster];
  // What it starts goes on without it, and would keep its output open.
  const script = spawn('bash', [process.env.KARMADA_LAB!, ...words], {
    stdio: 'ignore',
  });
  await once(script, 'exit');
}

/** A real Karmada with clusters `member1` and `member2`, and `member3` by an agent, whose administrator a kubeconfig is, through kubectl. */
export async function realHarness(
  file: string,
  objects: object[] = laneWorld.objects,
): Promise<RealLaneHarness> {
  const namespace = `fairway-lanes-${Date.now().toString(36)}`;
  const run = promisify(execFile);
  const kubectl = async (...words: string[]) => {
    const all = ['--kubeconfig', file, '-n', namespace, ...words];
    return (await run('kubectl', all)).stdout;
  };
  const put: RealLaneHarness['put'] = async (object, manager) => {
    const text = JSON.stringify(object).replaceAll('"demo"', `"${namespace}"`);
    const how = manager
      ? ['apply', '--server-side', `--field-manager=${manager}`]
      : ['create'];
    const words = ['--kubeconfig', file, ...how, '-f', '-'];
    const child = run('kubectl', words);
    child.child.stdin?.end(text);
    await child;
  };
  for (const object of objects) {
    await put(object);
  }
  const read: LaneHarness['read'] = async (_, kind, name) => {
    return JSON.parse(await kubectl('get', kind, name, '-o', 'json'));
  };
  const credential = { kubeconfig: { file } };
  return {
    namespace,
    kubectl,
    put,
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
    async manageElsewhere(manages) {
      const suspension = manages ? { dispatching: false } : null;
      const patch = JSON.stringify({ spec: { suspension } });
      const who = '--field-manager=somebody-else';
      const words = ['patch', 'propagationpolicy', 'shop', '--type=merge'];
      await kubectl(...words, who, '-p', patch);
    },
    read,
    lose: (cluster, way) => lab(LOSES[way], cluster),
    giveBack: (cluster, way) => lab(GIVES_BACK[way], cluster),
    async evict(cluster, evicts) {
      const { spec } = await read<Tainted>('', 'cluster', cluster);
      const others = (spec.taints ?? []).filter(
        ({ key }) => key !== EVICTS.key,
      );
      const timeAdded = new Date().toISOString().replace(/\.\d+/, '');
      const taints = [...others, ...(evicts ? [{ ...EVICTS, timeAdded }] : [])];
      const patch = JSON.stringify({ spec: { taints } });
      await kubectl('patch', 'cluster', cluster, '--type=merge', '-p', patch);
    },
    endGrace: async () => {},
    async close() {
      await kubectl('delete', 'namespace', namespace, '--wait=false');
    },
  };
}
