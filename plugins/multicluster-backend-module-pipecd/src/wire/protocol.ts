import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { MethodDefinition, loadSync } from '@grpc/proto-loader';

/** One of the two services of a control plane. @internal */
export type ServiceName = 'api' | 'web';

const SERVICES: Record<ServiceName, string> = {
  api: 'grpc.service.apiservice.APIService',
  web: 'grpc.service.webservice.WebService',
};

let loaded: Record<ServiceName, Record<string, Method>> | undefined;

/** How a method is written to and read from the wire. @internal */
export type Method = MethodDefinition<object, object>;

/**
 * The methods of a service by name, decoded with names as on the wire, numbers for enums and int64, zero values absent and
 * repeated fields always there.
 *
 * @internal
 */
export function protocol(service: ServiceName): Record<string, Method> {
  loaded ??= load();
  return loaded[service];
}

function load(): Record<ServiceName, Record<string, Method>> {
  const wire = resolvePackagePath(
    '@fairway/backstage-plugin-multicluster-backend-module-pipecd',
    'wire',
  );
  const definition = loadSync(['apiservice.proto', 'webservice.proto'], {
    includeDirs: [wire],
    keepCase: true,
    longs: Number,
    enums: Number,
    defaults: false,
    arrays: true,
  });
  const methods = (name: ServiceName) =>
    definition[SERVICES[name]] as Record<string, Method>;
  return { api: methods('api'), web: methods('web') };
}
