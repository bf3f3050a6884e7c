import {
  Server,
  ServerCredentials,
  type Metadata,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { ControlPlane } from '../controlplane/ControlPlane';
import { Crash } from './Crash';
import { onTheWire } from './onTheWire';
import { RpcError } from './RpcError';

/** One RPC: answers, or throws an RpcError or a Crash. */
export type Rpc = (request: object, metadata: Metadata) => object;

/** What goes wrong on purpose: calls wait so long, or end with that code. */
export interface RpcFaults {
  delayMs?: number;
  code?: number;
}

/** A gRPC server that listens. */
export interface RunningRpcServer {
  address: string;
  close(): Promise<void>;
}

function failure(error: unknown, controlPlane: ControlPlane) {
  if (error instanceof RpcError) {
    return { code: error.code, details: error.message };
  }
  if (error instanceof Crash) {
    controlPlane.crashed += 1;
    return { code: 14, details: 'Connection dropped' };
  }
  process.emitWarning(error as Error);
  return { code: 13, details: 'Internal error' };
}

/** Serves RPCs as native gRPC without TLS, on loopback alone. */
export async function startRpcServer(
  controlPlane: ControlPlane,
  definition: ServiceDefinition,
  rpcs: Record<string, Rpc>,
  options: { port: number; faults: RpcFaults; calls: Map<string, number> },
): Promise<RunningRpcServer> {
  const { faults, calls } = options;
  const implementation: UntypedServiceImplementation = {};
  for (const [name, rpc] of Object.entries(rpcs)) {
    implementation[name] = (
      call: { request: object; metadata: Metadata },
      callback: (error: object | null, answer?: object) => void,
    ) => {
      const answer = () => {
        calls.set(name, (calls.get(name) ?? 0) + 1);
        try {
          if (faults.code !== undefined) {
            throw new RpcError(faults.code, 'made to fail');
          }
          callback(null, onTheWire(rpc(call.request, call.metadata)));
        } catch (error) {
          callback(failure(error, controlPlane));
        }
      };
      if (faults.delayMs) {
        setTimeout(answer, faults.delayMs).unref();
      } else {
        answer();
      }
    };
  }
  const server = new Server({
    'grpc.max_receive_message_length': 4 * 1024 * 1024,
  });
  server.addService(definition, implementation);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(
      `127.0.0.1:${options.port}`,
      ServerCredentials.createInsecure(),
      (error, bound) => (error ? reject(error) : resolve(bound)),
    );
  });
  return {
    address: `127.0.0.1:${port}`,
    close: async () => server.forceShutdown(),
  };
}
