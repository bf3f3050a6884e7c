import { createServer, Server } from 'node:https';
import { AddressInfo } from 'node:net';
import { FaultPlan } from '../faults/FaultPlan';
import { Admission } from './admission/Admission';
import { ApiServer } from './ApiServer';
import { ApiServerContext } from './ApiServerContext';
import { Authenticator } from './auth/Authenticator';
import { RbacAuthorizer } from './auth/RbacAuthorizer';
import { UserInfo } from './auth/UserInfo';
import { Exchange } from './http/Exchange';
import { InMemoryObjectStore } from './InMemoryObjectStore';
import { kubeconfig } from './kubeconfig';
import {
  ServingCertificate,
  servingCertificate,
} from './tls/servingCertificate';

/** What a server needs; everything but the store and the tokens has a default. */
export interface ApiServerOptions
  extends Partial<Omit<ApiServerContext, 'store'>> {
  store: InMemoryObjectStore;
  /** Bearer token → user. */
  tokens: Record<string, UserInfo>;
  /** 0: any free port. */
  port?: number;
  certificate?: ServingCertificate;
}

/** A server that listens. */
export interface RunningApiServer {
  url: string;
  /** The authority its certificate is checked against, PEM. */
  ca: string;
  server: ApiServer;
  /** A kubeconfig that signs in with this token. */
  kubeconfig(token: string): string;
  /** While false, every connection is cut: those that are open, and each that comes. */
  setReachable(reachable: boolean): void;
  close(): Promise<void>;
}

/** An API server without a listener, for members that are reached through a proxy in this process alone. */
export function createApiServer(
  options: Omit<ApiServerOptions, 'port' | 'certificate'>,
): ApiServer {
  const { store, tokens, ...rest } = options;
  return ApiServer.create(
    {
      name: 'karmada',
      authorizer: RbacAuthorizer.create(store),
      admission: Admission.create(),
      faults: FaultPlan.create(),
      defaults: object => object,
      streamingList: 'offered',
      bookmarkIntervalMs: 60_000,
      isDown: () => false,
      version: 'v1.36.2',
      memberRoute: () => undefined,
      readLogs: undefined,
      ...rest,
      store,
    },
    Authenticator.create(tokens),
  );
}

/** Starts an API server on loopback, over TLS. */
export async function startApiServer(
  options: ApiServerOptions,
): Promise<RunningApiServer> {
  const { port = 0, certificate = servingCertificate(), ...rest } = options;
  const server = createApiServer(rest);
  const listener = createServer(
    { ...certificate, keepAliveTimeout: 90_000 },
    (request, response) =>
      void server.handle(Exchange.create({ request, response })),
  );
  let isReachable = true;
  listener.on('connection', socket => {
    if (!isReachable) {
      socket.destroy();
    }
  });
  await listen(listener, port);
  const url = `https://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const ca = certificate.cert;
  return {
    url,
    ca,
    server,
    kubeconfig: token =>
      kubeconfig({ url, ca, token, name: server.context.name }),
    setReachable: reachable => {
      isReachable = reachable;
      if (!reachable) {
        listener.closeAllConnections();
      }
    },
    close: () =>
      new Promise(resolve => {
        listener.close(() => resolve());
        listener.closeAllConnections();
      }),
  };
}

function listen(listener: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(port, '127.0.0.1', () => {
      listener.off('error', reject);
      resolve();
    });
  });
}
