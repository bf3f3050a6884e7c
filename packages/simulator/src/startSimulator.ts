import fs from 'node:fs/promises';
import path from 'node:path';
import type { ApiServer } from './apiserver/ApiServer';
import { startApiServer } from './apiserver/startApiServer';
import { FaultPlan } from './faults/FaultPlan';
import { autopilot } from './pipecd/demo/autopilot';
import { startPipecd, type Pipecd } from './pipecd/startPipecd';
import { writeConnection } from './pipecd/writeConnection';
import { memberRoutes } from './world/memberRoutes';
import { credentials } from './world/access';
import { startPlainClusters } from './plain/startPlainClusters';
import { buildWorld, type WorldName } from './world/buildWorld';
import { runStory, type StoryName } from './world/live/runStory';
import type { World } from './world/World';
import { kubernetesDefaults } from './world/kubernetesDefaults';
import { kubeconfigFile } from './world/kubeconfigFile';
import { writeKubeconfig } from './world/writeKubeconfig';

/** How the embedded world is started. Everything has a default. */
export interface SimulatorOptions {
  /** `default`: the demo; `empty`: three clusters and nothing on them. */
  world?: WorldName;
  seed?: number;
  /** 0: any free port. */
  port?: number;
  /** World seconds per second, from the moment it listens. */
  speed?: number;
  /** Where to write the kubeconfig; a folder of its own under the temporary directory when absent. */
  kubeconfigPath?: string;
  bookmarkIntervalMs?: number;
  /** Lets people push, approve and cancel by themselves, so that there is always something to see. */
  lively?: boolean;
  /** Where pipeds send their events. */
  webhookUrl?: string;
  /** Where scripts of pipeds ask whether they may go on. */
  gateUrl?: string;
}

/** A running world behind a Kubernetes API over TLS. */
export interface Simulator {
  url: string;
  /** The authority the server's certificate is checked against, PEM. */
  ca: string;
  /** Contexts: karmada (reads, the current one), karmada-works, karmada-logs, karmada-act, karmada-admin. */
  kubeconfigPath: string;
  /** Contexts: one per cluster that no control plane federates (rohan, gondor, shire); absent in the empty world. */
  plainKubeconfigPath: string | undefined;
  /** Everything that can be done to the world by hand: apply, setImage, scale, hold, taint, loseCluster … */
  world: World;
  /** What goes wrong on the wire, of the control plane and of members by name. */
  faults: FaultPlan;
  /** The same of the clusters that nobody federates, by name. */
  plainFaults: Record<string, FaultPlan>;
  server: ApiServer;
  /** Delivers into the default world; how to connect to it stands in the folder `pipecd` beside the kubeconfig. */
  pipecd: Pipecd | undefined;
  /** Lets an aggregated group (`cluster.karmada.io`) be served or not. */
  setAggregatedDown(group: string, down: boolean): void;
  /** Makes a member answer late. */
  slowCluster(name: string, delayMs: number): void;
  /** Plays a story in the running world. Resolves once it is told. */
  story(name: StoryName): Promise<void>;
  close(): Promise<void>;
}

/** Versions are milliseconds since 2026: a portal that kept one from an earlier start is told that it is too old. */
const RESOURCE_VERSION_EPOCH = Date.UTC(2026, 0, 1);

const HOOK_SECRET = 'embedded-pipecd';
const GATE_SECRET = 'embedded-piped-asks-the-portal';

async function startDelivery(
  { pipecd: delivered }: World,
  options: SimulatorOptions,
  kubeconfigPath: string,
): Promise<Pipecd | undefined> {
  if (!delivered) {
    return undefined;
  }
  if (options.webhookUrl) {
    delivered.receiver = {
      url: options.webhookUrl,
      signatureValue: HOOK_SECRET,
    };
  }
  if (options.gateUrl) {
    delivered.gate = { url: options.gateUrl, secret: GATE_SECRET };
  }
  const pipecd = await startPipecd({ world: delivered });
  const folder = path.join(path.dirname(kubeconfigPath), 'pipecd');
  await writeConnection(
    pipecd,
    { hook: HOOK_SECRET, gate: GATE_SECRET },
    folder,
  );
  return pipecd;
}

/** Starts the embedded world: builds it up to now, then lets it live. */
export async function startSimulator(
  options: SimulatorOptions = {},
): Promise<Simulator> {
  const world = buildWorld(options);
  const stores = [
    world.karmada.store,
    ...world.plain.map(({ member }) => member.store),
  ];
  stores.forEach(store => store.skipTo(Date.now() - RESOURCE_VERSION_EPOCH));
  const faults = FaultPlan.create();
  const delays = new Map<string, number>();
  const down = new Set<string>();
  const running = await startApiServer({
    store: world.karmada.store,
    tokens: Object.fromEntries(
      credentials.map(({ token, user }) => [token, user]),
    ),
    port: options.port,
    faults,
    admission: world.admission,
    defaults: kubernetesDefaults,
    isDown: group => down.has(group),
    memberRoute: memberRoutes(world, faults, delays),
    ...(options.bookmarkIntervalMs && {
      bookmarkIntervalMs: options.bookmarkIntervalMs,
    }),
  });
  world.clock.goLive(options.speed ?? 1);
  const kubeconfigPath = await kubeconfigFile(options.kubeconfigPath);
  const pipecd = await startDelivery(world, options, kubeconfigPath);
  const plain = await startPlainClusters(
    world,
    path.join(path.dirname(kubeconfigPath), 'plain-clusters.kubeconfig'),
  );
  const land = options.lively ? autopilot(world) : () => {};
  // Last: whoever waits for this file finds everything else beside it.
  await writeKubeconfig(running, kubeconfigPath);
  return {
    url: running.url,
    ca: running.ca,
    kubeconfigPath,
    plainKubeconfigPath: plain.kubeconfigPath,
    world,
    faults,
    plainFaults: plain.faults,
    server: running.server,
    pipecd,
    setAggregatedDown: (group, isDown) => {
      down[isDown ? 'add' : 'delete'](group);
    },
    slowCluster: (name, delayMs) => void delays.set(name, delayMs),
    story: name => runStory(world, name),
    close: async () => {
      land();
      world.clock.stop();
      await Promise.all([running.close(), pipecd?.close(), plain.close()]);
      if (!options.kubeconfigPath) {
        await fs.rm(path.dirname(kubeconfigPath), { recursive: true });
      }
    },
  };
}
