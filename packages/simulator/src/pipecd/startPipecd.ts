import { SimulatedClock } from '../clock/SimulatedClock';
import { startHttp } from './http/startHttp';
import { PipecdWorld, type PipecdWorldOptions } from './PipecdWorld';
import { apiService } from './server/apiService';
import { callerOf } from './server/caller';
import { signToken } from './server/jsonWebToken';
import { loadServices } from './server/loadServices';
import { startRpcServer, type RpcFaults } from './server/startRpcServer';
import { webActions } from './server/webActions';
import { webReads } from './server/webReads';

/** How a PipeCD is started. Everything has a default. */
export interface PipecdOptions
  extends Partial<Omit<PipecdWorldOptions, 'clock'>> {
  /** One that exists already; absent: a new one with its own clock that lives at `speed`, and both pipeds running. */
  world?: PipecdWorld;
  /** World seconds per second, of a new world. */
  speed?: number;
  /** 0 or absent: any free port. */
  apiPort?: number;
  webPort?: number;
  httpPort?: number;
}

/** A PipeCD that listens, on loopback and without TLS. */
export interface Pipecd {
  world: PipecdWorld;
  /** `host:port` of the gRPC services. */
  apiAddress: string;
  webAddress: string;
  /** Where people and the form login are: `http://host:port`. */
  url: string;
  /** `id.secret` of the keys of the project `demo`, and of a key of another project. */
  keys: { readOnly: string; readWrite: string; otherProject: string };
  staticAdmin: { username: string; password: string };
  /** A session as the form login of some other way of sign-in would give it: the value of the cookie `token`. */
  token(sub: string, roles?: string[], project?: string): string;
  /** What goes wrong on purpose, of all calls. */
  faults: RpcFaults;
  /** How often each RPC was called. */
  calls: Map<string, number>;
  close(): Promise<void>;
}

function newWorld(options: PipecdOptions): {
  world: PipecdWorld;
  stop(): void;
} {
  const clock = SimulatedClock.create();
  const world = PipecdWorld.create({ ...options, clock });
  world.v0.start();
  world.v1.start();
  clock.goLive(options.speed ?? 1);
  return { world, stop: () => clock.stop() };
}

function keysOf({ controlPlane }: PipecdWorld): Pipecd['keys'] {
  const shown = (projectId: string, readWrite: boolean) => {
    const key = [...controlPlane.keys.values()].find(
      candidate =>
        candidate.projectId === projectId && candidate.readWrite === readWrite,
    )!;
    return `${key.id}.${key.secret}`;
  };
  return {
    readOnly: shown('demo', false),
    readWrite: shown('demo', true),
    otherProject: shown('other', true),
  };
}

/** Starts a PipeCD: both gRPC services, and the pages of its web. */
export async function startPipecd(
  options: PipecdOptions = {},
): Promise<Pipecd> {
  const { world, stop } = options.world
    ? { world: options.world, stop: () => {} }
    : newWorld(options);
  const { controlPlane, signingKey } = world;
  const services = loadServices();
  const caller = callerOf(controlPlane, signingKey);
  const faults: RpcFaults = {};
  const calls = new Map<string, number>();
  const common = { faults, calls };
  const api = await startRpcServer(
    controlPlane,
    services.api.service,
    apiService(controlPlane),
    { port: options.apiPort ?? 0, ...common },
  );
  const web = await startRpcServer(
    controlPlane,
    services.web.service,
    {
      ...webReads(controlPlane, caller),
      ...webActions(controlPlane, caller),
    },
    { port: options.webPort ?? 0, ...common },
  );
  const http = await startHttp(world, options.httpPort ?? 0);
  return {
    world,
    apiAddress: api.address,
    webAddress: web.address,
    url: http.url,
    keys: keysOf(world),
    staticAdmin: controlPlane.projects.get('demo')!.staticAdmin,
    token: (sub, roles = ['Editor'], projectId = 'demo') =>
      signToken({ sub, roles, projectId }, signingKey, controlPlane.now()),
    faults,
    calls,
    close: async () => {
      stop();
      await Promise.all([api.close(), web.close(), http.close()]);
    },
  };
}
