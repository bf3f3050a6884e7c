import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { credentials, loadPackageDefinition, Metadata } from '@grpc/grpc-js';
import { Client, ServiceClientConstructor } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

/** One call of a service by its name; rejects with what the control plane says. */
export type Call = <Answer = object>(
  name: string,
  request: object,
) => Promise<Answer>;

const SERVICES = {
  piped: 'grpc.service.pipedservice.PipedService',
  admin: 'grpc.service.webservice.WebService',
} as const;

/** Calls of what a piped or an administrator says, without TLS, each with metadata that is asked for anew. */
export function grpcCalls(
  service: keyof typeof SERVICES,
  address: string,
  metadata: () => Promise<Record<string, string>>,
): { call: Call; close: () => void } {
  const wire = resolvePackagePath(
    '@fairway/backstage-plugin-multicluster-backend-module-pipecd',
    'wire',
  );
  const definition = loadSync(path.join(__dirname, `${service}.proto`), {
    includeDirs: [__dirname, wire],
    keepCase: true,
    longs: Number,
    enums: Number,
    arrays: true,
  });
  const ServiceClient = SERVICES[service]
    .split('.')
    .reduce<unknown>(
      (inside, part) => (inside as Record<string, unknown>)[part],
      loadPackageDefinition(definition),
    ) as ServiceClientConstructor;
  const client = new ServiceClient(address, credentials.createInsecure());
  return {
    call: async <Answer>(name: string, request: object) => {
      const given = new Metadata();
      Object.entries(await metadata()).forEach(([key, value]) =>
        given.set(key, value),
      );
      return await new Promise<Answer>((resolve, reject) =>
        (client as Client & Record<string, Function>)[name](
          request,
          given,
          { deadline: Date.now() + 20_000 },
          (error: Error | null, answer: Answer) =>
            error ? reject(error) : resolve(answer),
        ),
      );
    },
    close: () => client.close(),
  };
}
