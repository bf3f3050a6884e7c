import {
  ApiServerOptions,
  RunningApiServer,
  startApiServer,
} from '../startApiServer';
import { InMemoryObjectStore } from '../InMemoryObjectStore';
import { KubeObject } from '../ObjectStore';
import { servingCertificate } from '../tls/servingCertificate';
import { controlPlaneTypes } from '../../karmada/types/controlPlaneTypes';
import { request, TestAnswer, TestRequest } from './request';

/** One certificate for all servers of a test file: making a key takes a while. */
const certificate = servingCertificate();

export const ADMIN = 'admin-token';

/** A server with an admin, a store and a way to ask it, for tests. */
export interface TestServer extends RunningApiServer {
  store: InMemoryObjectStore;
  ask(path: string, options?: TestRequest): Promise<TestAnswer>;
  add(apiVersion: string, kind: string, ...names: string[]): KubeObject[];
}

export async function testServer(
  options: Partial<ApiServerOptions> = {},
): Promise<TestServer> {
  const store =
    options.store ?? InMemoryObjectStore.create({ types: controlPlaneTypes });
  const running = await startApiServer({
    certificate,
    ...options,
    store,
    tokens: {
      [ADMIN]: { username: 'admin', groups: ['system:masters'] },
      ...options.tokens,
    },
  });
  return {
    ...running,
    store,
    ask: (path, asked = {}) =>
      request(running, path, { token: ADMIN, ...asked }),
    add: (apiVersion, kind, ...names) =>
      names.map(name => {
        const type = store.type(apiVersion, kind)!;
        const [namespace, bare] = name.includes('/')
          ? name.split('/')
          : [undefined, name];
        return store.create(type, {
          apiVersion,
          kind,
          metadata: { name: bare, ...(namespace && { namespace }) },
          spec: {},
        });
      }),
  };
}
