import path from 'node:path';
import {
  loadPackageDefinition,
  type GrpcObject,
  type ServiceClientConstructor,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const FILES = path.join(
  path.dirname(require.resolve('@fairway/simulator/package.json')),
  'proto',
);

function at(loaded: GrpcObject, ...names: string[]): ServiceClientConstructor {
  let found = loaded;
  for (const name of names) {
    found = found[name] as GrpcObject;
  }
  return found as unknown as ServiceClientConstructor;
}

/** The services as grpc-js knows them: to be served here, and to be called in tests. */
export function loadServices(): {
  api: ServiceClientConstructor;
  web: ServiceClientConstructor;
} {
  const loaded = loadPackageDefinition(
    loadSync(['apiservice.proto', 'webservice.proto'], {
      includeDirs: [FILES],
      keepCase: true,
      longs: Number,
      enums: Number,
      defaults: false,
      arrays: true,
    }),
  );
  return {
    api: at(loaded, 'grpc', 'service', 'apiservice', 'APIService'),
    web: at(loaded, 'grpc', 'service', 'webservice', 'WebService'),
  };
}
