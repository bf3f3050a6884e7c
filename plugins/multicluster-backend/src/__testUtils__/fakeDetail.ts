import { NotAllowedError } from '@backstage/errors';
import {
  DetailFacet,
  DetailLogLine,
  DetailRequest,
} from '@fairway/backstage-plugin-multicluster-node';

const OBSERVED_AT = '2026-11-21T10:00:00.000Z';

/** A detail facet that answers from nowhere and remembers what it was asked. */
export function fakeDetail(partial?: Partial<DetailFacet>): DetailFacet & {
  requests: DetailRequest[];
} {
  const requests: DetailRequest[] = [];
  const perCluster = <T>(request: DetailRequest, items: T[]) => {
    requests.push(request);
    return request.clusters.map(cluster => ({
      cluster,
      items,
      observedAt: OBSERVED_AT,
    }));
  };
  return {
    requests,
    capabilities: () =>
      (['pods', 'events', 'rendered', 'live', 'logs'] as const).map(name => ({
        name,
        available: true,
        identityMode: 'impersonated',
      })),
    pods: async request =>
      perCluster(request, [
        {
          name: 'shop-1',
          namespace: 'default',
          phase: 'Running',
          status: 'Running',
          ready: { ready: 1, total: 1 },
          restarts: 0,
          containers: [
            {
              name: 'app',
              image: 'registry/app:v1.0.0',
              ready: true,
              state: 'running',
              init: false,
            },
          ],
        },
      ]),
    events: async request =>
      perCluster(request, [
        {
          type: 'Normal',
          reason: 'Pulled',
          message: 'Container image already present',
          object: 'Pod/shop-1',
          count: 1,
        },
      ]),
    rendered: async request =>
      perCluster(request, [{ versions: [], overrides: [] }]),
    live: async request => perCluster(request, [{}]),
    log: async request => {
      if (request.pod === 'refused') {
        throw new NotAllowedError('member1 refused to show the log');
      }
      return lines(['first', 'second']);
    },
    ...partial,
  };
}

async function* lines(texts: string[]): AsyncGenerator<DetailLogLine> {
  for (const text of texts) {
    yield { text };
  }
}
