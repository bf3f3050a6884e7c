import {
  RunsFacet,
  StageLogPage,
} from '@fairway/backstage-plugin-multicluster-node';
import { AuthenticationError } from '@backstage/errors';
import { SEED_MARK } from './seedDelivery';

/** A delivery tool that observes nothing, with a log of two lines, something live, and a hook whose secret is `right`. */
export function fakeRuns(partial?: Partial<RunsFacet>): RunsFacet {
  return {
    capabilities: () =>
      (['runs', 'logs', 'live', 'hook'] as const).map(name => ({
        name,
        available: true,
        identityMode: 'service',
      })),
    annotations: { keys: 'tool.dev/application-id' },
    workloadMark: { annotation: SEED_MARK },
    observe: ({ signal }) =>
      new Promise(resolve => {
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
    // What was seeded stays as it is, whatever makes the inventory look at it again.
    derive({ previous }) {
      if (!previous) {
        throw new Error('nothing is observed');
      }
      return previous;
    },
    log: async (): Promise<StageLogPage> => ({
      lines: [
        { severity: 'info', text: 'one' },
        { severity: 'success', text: 'two' },
      ],
      cursor: '2',
      complete: true,
    }),
    live: async () => ({
      targets: [{ name: 'prod', health: 'healthy', resources: [] }],
    }),
    hook({ headers }) {
      if (headers['x-secret'] !== 'right') {
        throw new AuthenticationError('The secret is wrong');
      }
      return { runKeys: ['run-1'] };
    },
    ...partial,
  };
}
