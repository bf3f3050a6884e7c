import { LaneRequest } from '@fairway/backstage-plugin-multicluster-node';
import { KubernetesTransport } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { projectPolicy } from '../project/projectPolicy';
import { checkLane } from './checkLane';

/** What a Karmada says that its policies may hold, as far as the check looks. */
const knows = (...fields: string[]) => ({
  components: {
    schemas: {
      'com.github.karmada-io.karmada.PropagationPolicy': {
        properties: {
          spec: {
            properties: Object.fromEntries(
              fields.map(field => {
                const [outer, inner] = field.split('.');
                return [outer, { properties: { [inner]: {} } }];
              }),
            ),
          },
        },
      },
    },
  },
});

const HOLDS = 'suspension.dispatchingOnClusters';

describe('checkLane', () => {
  it.each<[string, object, string | undefined, boolean, string]>([
    [
      'no Karmada that cannot hold',
      knows(),
      '1.18.2',
      false,
      'lane.check.version.none',
    ],
    [
      'any that never had the fault',
      knows(HOLDS, 'failover.cluster'),
      undefined,
      true,
      'lane.check.version.ok',
    ],
    [
      'none that may have it, as long as nobody says which it is',
      knows(HOLDS),
      undefined,
      false,
      'lane.check.version.unknown',
    ],
    [
      'none that has it',
      knows(HOLDS),
      '1.14.1',
      false,
      'lane.check.version.unfixed',
    ],
    [
      'one in which it is mended',
      knows(HOLDS),
      '1.14.2',
      true,
      'lane.check.version.ok',
    ],
    ['none that says nothing', {}, '1.18.2', false, 'lane.check.version.none'],
  ])(
    'S24 arms on %s: there a copy that is deleted in its member while it is held would be put back',
    async (_, document, version, ok, code) => {
      const transport = {
        json: async ({ path }: { path: string }) => {
          if (!path.includes('openapi')) {
            throw new Error('nothing else is there');
          }
          return document;
        },
      } as unknown as KubernetesTransport;
      const request: LaneRequest = {
        policy: projectPolicy(
          { metadata: { name: 'shop', namespace: 'demo' }, spec: {} },
          'PropagationPolicy',
        )!,
        placements: [],
        deadlineMs: 1000,
        signal: new AbortController().signal,
      };
      const checks = await checkLane(request, {
        connections: { read: transport, configKey: 'karmada' },
        identity: { mode: 'service', user: '{name}', namespace: 'default' },
        ...(version && { version }),
      });
      expect(checks).toContainEqual(
        expect.objectContaining({
          code: 'version-too-old',
          ok,
          sentence: expect.objectContaining({ code }),
        }),
      );
    },
  );
});
