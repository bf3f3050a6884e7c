import { credentials, Metadata } from '@grpc/grpc-js';
import { loadServices } from '../server/loadServices';
import type { Pipecd } from '../startPipecd';

/** Calls an RPC and gives its answer as a client decodes it; rejects with the gRPC error. */
export type Call = <T = Record<string, never>>(
  name: string,
  request?: object,
) => Promise<T>;

type Unary = (
  request: object,
  metadata: Metadata,
  callback: (error: Error | null, answer?: unknown) => void,
) => void;

/** Clients of both services, as plain as pipectl: native gRPC, decoded without defaults. */
export function clients(pipecd: Pipecd): {
  api(key?: string): Call;
  web(cookie: string | undefined): Call;
  close(): void;
} {
  const { api: Api, web: Web } = loadServices();
  const api = new Api(pipecd.apiAddress, credentials.createInsecure());
  const web = new Web(pipecd.webAddress, credentials.createInsecure());
  const caller =
    (client: typeof api, header: string, value: string | undefined): Call =>
    (name, request = {}) =>
      new Promise((resolve, reject) => {
        const metadata = new Metadata();
        if (value !== undefined) {
          metadata.set(header, value);
        }
        const unary = client[name] as unknown as Unary;
        unary.call(client, request, metadata, (error, answer) =>
          error ? reject(error) : resolve(answer as never),
        );
      });
  return {
    api: (key = pipecd.keys.readOnly) =>
      caller(api, 'authorization', `API-KEY ${key}`),
    web: cookie => caller(web, 'cookie', cookie),
    close: () => {
      api.close();
      web.close();
    },
  };
}
