import { DerivedPlacement } from '@fairway/backstage-plugin-multicluster-node';
import {
  binding,
  derive,
  labels,
  NOW,
  runs,
  template,
} from '../__fixtures__/objects';
import { projectTemplate } from '../project/projectTemplate';

const SERVICE = { group: '', version: 'v1', kind: 'Service' };
const INGRESS = { group: 'networking.k8s.io', version: 'v1', kind: 'Ingress' };
type Kind = typeof SERVICE;

/** One look at a kind that counts no copies, on m1. */
interface Look {
  health?: string;
  after?: number;
  generation?: number;
  spec?: object;
  item?: object;
}

/** Looks at one after the other, each time with what was remembered. The template was created at `created`. */
function looks(
  kind: Kind,
  created: number,
  ...steps: Look[]
): DerivedPlacement[] {
  const results: DerivedPlacement[] = [];
  let now = NOW;
  for (const { health, after = 0, generation, spec, item } of steps) {
    now += after;
    const apiVersion = [kind.group, kind.version].filter(Boolean).join('/');
    const raw = binding(
      {
        resource: {
          apiVersion,
          kind: kind.kind,
          namespace: 'a',
          name: 'web',
          uid: 'uid-web',
        },
        replicas: undefined,
        clusters: [{ name: 'm1' }],
        ...spec,
      },
      {
        aggregatedStatus: [
          item ?? {
            clusterName: 'm1',
            applied: true,
            health,
            status: { loadBalancer: {} },
          },
        ],
      },
    );
    const { metadata } = template();
    const workload = projectTemplate(
      {
        metadata: {
          ...metadata,
          generation,
          creationTimestamp: new Date(created).toISOString(),
        },
      },
      kind,
    );
    results.push(derive(raw, { now, previous: results.at(-1), workload }));
  }
  return results;
}

const states = (results: DerivedPlacement[]) =>
  results.map(result => labels(result).m1);

describe('kinds that count no copies', () => {
  it('roll out until they are well for the first time, and are unhealthy when they are not any more', () => {
    const results = looks(
      SERVICE,
      NOW,
      { health: 'Unhealthy' },
      { health: 'Unhealthy', after: 30_000 },
      { health: 'Healthy', after: 30_000 },
      { health: 'Unhealthy', after: 30_000 },
    );

    expect(states(results)).toEqual([
      'rolling-out',
      'rolling-out',
      'healthy',
      'unhealthy',
    ]);
    expect(results.map(({ summary }) => summary.state)).toEqual([
      'progressing',
      'progressing',
      'converged',
      'degraded',
    ]);
    expect(results[0].summary.sentence?.text).toBe('rolling out on m1');
  });

  it('have ten minutes for it', () => {
    const results = looks(
      SERVICE,
      NOW,
      { health: 'Unhealthy' },
      { health: 'Unhealthy', after: 599_999 },
      { health: 'Unhealthy', after: 1 },
    );

    expect(states(results)).toEqual([
      'rolling-out',
      'rolling-out',
      'unhealthy',
    ]);
    expect(results[0].recheckAt).toBe(NOW + 600_000);
    expect(results[2].targets[0].reason).toBe('ProgressDeadlineExceeded');
  });

  it('have had their time when they were created long before anybody looked', () => {
    const created = NOW - 3 * 86_400_000;

    expect(states(looks(SERVICE, created, { health: 'Unhealthy' }))).toEqual([
      'unhealthy',
    ]);
    expect(
      states(looks(INGRESS, created, { health: 'Unhealthy', generation: 1 })),
    ).toEqual(['unhealthy']);
    // It was changed since, nobody knows when.
    expect(
      states(looks(INGRESS, created, { health: 'Unhealthy', generation: 4 })),
    ).toEqual(['rolling-out']);
  });

  it('roll out anew when the template of a kind that counts its changes was changed', () => {
    const results = looks(
      INGRESS,
      NOW,
      { health: 'Healthy', generation: 1 },
      { health: 'Unhealthy', generation: 2, after: 1_000 },
      { health: 'Healthy', generation: 2, after: 1_000 },
      { health: 'Unhealthy', generation: 2, after: 1_000 },
    );

    expect(states(results)).toEqual([
      'healthy',
      'rolling-out',
      'healthy',
      'unhealthy',
    ]);
  });

  it('are judged the same way under a hold', () => {
    const spec = { suspension: { dispatching: true } };
    const results = looks(
      SERVICE,
      NOW,
      { health: 'Unhealthy', spec },
      { health: 'Unhealthy', spec, after: 600_000 },
      { health: 'Healthy', spec },
      { health: 'Unhealthy', spec },
    );

    expect(states(results)).toEqual(Array(4).fill('suspended'));
    expect(results.map(({ targets }) => targets[0].axes.health)).toEqual([
      'progressing',
      'unhealthy',
      'healthy',
      'unhealthy',
    ]);
  });
});

describe('what was well before', () => {
  const refused = {
    clusterName: 'm1',
    appliedMessage: 'Failed to apply: the webhook timed out',
    health: 'Unknown',
  };

  it.each([
    ['nobody knew for a moment', { health: 'Unknown' }],
    ['a member refused it for a moment', { item: refused }],
  ])('is unhealthy and not rolling out after %s', (_, moment) => {
    const results = looks(SERVICE, NOW, { health: 'Healthy' }, moment, {
      health: 'Unhealthy',
    });

    expect(states(results).at(-1)).toBe('unhealthy');
  });

  it('was another one when its template was deleted and created anew', () => {
    const resource = (uid: string) => ({
      resource: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'a',
        name: 'web',
        uid,
      },
      clusters: [{ name: 'm1', replicas: 3 }],
    });
    const before = derive(
      binding(resource('first'), { aggregatedStatus: [runs('m1', 3)] }),
    );
    const after = derive(
      binding(resource('second'), {
        aggregatedStatus: [
          { ...runs('m1', 3, { availableReplicas: 0 }), health: 'Unhealthy' },
        ],
      }),
      { previous: before, now: NOW + 60_000 },
    );

    expect(labels(before)).toEqual({ m1: 'healthy' });
    expect(labels(after)).toEqual({ m1: 'rolling-out' });
  });
});
