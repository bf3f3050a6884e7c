import {
  KubernetesTransport,
  RequestLimiter,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { missingRights } from './missingRights';

interface Review {
  spec: {
    resourceAttributes: {
      resource: string;
      subresource?: string;
      verb: string;
    };
  };
}

const configKey = 'multicluster.karmada.controlPlanes[0]';

/** A server that allows nothing, or what is told. */
function server(allows: (resource: string, verb: string) => boolean) {
  return {
    limiter: RequestLimiter.create(),
    json: async ({ body }: { body: Review }) => {
      const { resource, subresource, verb } = body.spec.resourceAttributes;
      const name = subresource ? `${resource}/${subresource}` : resource;
      return { status: { allowed: allows(name, verb) } };
    },
  } as unknown as KubernetesTransport;
}

describe('missingRights', () => {
  const { signal } = new AbortController();
  const all = server(() => true);

  it.each`
    what                  | impersonates           | named                  | unnamed
    ${'users alone'}      | ${['users']}           | ${['users']}           | ${['groups', 'clusters/proxy']}
    ${'users and groups'} | ${['users', 'groups']} | ${['users', 'groups']} | ${['clusters/proxy']}
    ${'itself'}           | ${[]}                  | ${['clusters/proxy']}  | ${['users', 'groups']}
  `(
    'names what a credential for logs lacks that acts as $what',
    async ({ impersonates, named, unnamed }) => {
      const yaml = await missingRights(
        { configKey, read: all, logs: server(() => false) },
        [],
        { impersonates, signal },
      );
      for (const resource of named) {
        expect(yaml).toContain(resource);
      }
      for (const resource of unnamed) {
        expect(yaml).not.toContain(resource);
      }
    },
  );

  it('names nothing when nothing is missing', async () => {
    expect(
      await missingRights({ configKey, read: all, logs: all }, [], {
        impersonates: ['users', 'groups'],
        signal,
      }),
    ).toBeUndefined();
  });
});
