import { EntityTopology } from '@fairway/backstage-plugin-multicluster-common';
import { buildTarget } from './buildTarget';
import { buildTopology } from './buildTopology';
import { buildWorkload } from './buildWorkload';

/** A service with a cluster in each of the states a reader meets most: held, rolling out, lost and healthy. */
export function checkoutTopology(): EntityTopology {
  const ago = (seconds: number) =>
    new Date(Date.now() - seconds * 1_000).toISOString();
  const production = { environment: 'production', region: 'eu' };
  return buildTopology(
    [
      buildWorkload('checkout', [
        buildTarget('member2', {
          ...production,
          axes: { delivery: 'held' },
          replicas: { desired: 4, ready: 2, updated: 2 },
          since: ago(185),
        }),
        buildTarget('member4', {
          environment: 'production',
          region: 'us',
          axes: { delivery: 'rolling-out' },
          replicas: { desired: 3, ready: 3, updated: 1 },
          version: 'v1.8.3',
          since: ago(40),
        }),
        buildTarget('member1', {
          ...production,
          since: ago(90_000),
          freshness: {
            state: 'last-known',
            since: ago(190),
            reason: {
              code: 'test.unreachable',
              params: {},
              text: 'the cluster does not answer',
            },
          },
        }),
        buildTarget('gondor', {
          environment: 'test',
          region: 'eu',
          version: 'v1.8.3',
          since: ago(180_000),
        }),
      ]),
    ],
    {
      sentence: {
        code: 'test.held',
        params: {},
        text: 'Held: member2 runs 2 of 4. member1 was lost 3 min ago; Karmada moved its copies on paper but the policy holds dispatch.',
        tone: 'hold',
      },
      coverage: { seen: 4, total: 4, stale: 1 },
    },
  );
}
