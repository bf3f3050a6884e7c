import fc from 'fast-check';
import { recording } from '../__fixtures__/recording';
import { binding, derive, NOW, runs } from '../__fixtures__/objects';
import { deriveBinding } from '../derive/deriveBinding';
import { explainUnplaced } from '../explainUnplaced';
import { projectBinding } from './projectBinding';
import { projectCluster } from './projectCluster';
import { projectPolicy } from './projectPolicy';
import { projectTemplate } from './projectTemplate';

/** Any JSON, with the words of the API among its keys so that it gets past the first look. */
const words = fc.constantFrom(
  'metadata',
  'spec',
  'status',
  'name',
  'labels',
  'clusters',
  'aggregatedStatus',
  'clusterName',
  'conditions',
  'type',
  'gracefulEvictionTasks',
  'requiredBy',
  'suspension',
  'placement',
  'components',
  'replicas',
  'taints',
  'resourceSelectors',
  'overrideRules',
  '__proto__',
  'constructor',
);
const { json } = fc.letrec(tie => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e300, '', 'm1', 'True'),
    fc.string(),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(words, fc.string()), tie('json'), { maxKeys: 6 }),
  ),
}));

/** A good object with garbage put in the place of any one value of it. */
function damaged(object: unknown): fc.Arbitrary<unknown> {
  const paths: string[][] = [];
  const walk = (value: unknown, path: string[]) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        paths.push([...path, key]);
        walk(item, [...path, key]);
      }
    }
  };
  walk(object, []);
  return fc.tuple(fc.constantFrom(...paths), json).map(([path, garbage]) => {
    const copy = structuredClone(object) as Record<string, any>;
    const parent = path.slice(0, -1).reduce((value, key) => value[key], copy);
    parent[path.at(-1)!] = garbage;
    return copy;
  });
}

const good = binding(
  {
    clusters: [{ name: 'm1', replicas: 3 }],
    components: [{ name: 'a', replicas: 1 }],
    suspension: { dispatchingOnClusters: { clusterNames: ['m1'] } },
    gracefulEvictionTasks: [{ fromCluster: 'm2', purgeMode: 'Gracefully' }],
    requiredBy: [{ name: 'x', clusters: [{ name: 'm3' }] }],
    failover: { cluster: { purgeMode: 'Directly' } },
    placement: {
      clusterAffinities: [{ affinityName: 'a' }],
      spreadConstraints: [{ minGroups: 2 }],
      replicaScheduling: {
        replicaSchedulingType: 'Divided',
        weightPreference: {
          staticWeightList: [
            { targetCluster: { clusterNames: ['m1'] }, weight: 1 },
          ],
        },
      },
    },
  },
  {
    conditions: [{ type: 'Scheduled', status: 'False', message: '0/1' }],
    schedulerObservingAffinityName: 'b',
    aggregatedStatus: [
      runs('m1', 3),
      {
        clusterName: 'm2',
        applied: true,
        status: { conditions: [{ type: 'Failed', status: 'True' }] },
      },
    ],
  },
);

describe('malformed objects', () => {
  it('never throw, whatever they are', () => {
    fc.assert(
      fc.property(json, raw => {
        const kind = { group: 'batch', version: 'v1', kind: 'CronJob' };
        expect(() => [
          projectBinding(raw),
          projectCluster(raw),
          projectPolicy(raw, 'PropagationPolicy'),
          projectPolicy(raw, 'ClusterOverridePolicy'),
          projectTemplate(raw, kind),
        ]).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('can still be derived when any one value of them is garbage', () => {
    fc.assert(
      fc.property(damaged(good), raw => {
        const fact = projectBinding(raw);
        fc.pre(fact !== undefined);
        const derived = derive(raw);
        expect(derive(raw, { previous: derived })).toBeDefined();
        expect(JSON.parse(JSON.stringify(fact))).toEqual(fact);
      }),
      { numRuns: 1000 },
    );
  });

  it('of other kinds are read as far as they can be', () => {
    const cluster = recording('cluster-joins-cordoned-and-leaves')[5].object;
    fc.assert(
      fc.property(damaged(cluster), raw => {
        const fact = projectCluster(raw);
        expect(JSON.parse(JSON.stringify(fact ?? null))).toEqual(fact ?? null);
      }),
      { numRuns: 300 },
    );
    const policy = recording('spread-and-image-override').find(
      ({ stream }) => stream === 'pp',
    )!.object;
    const template = recording('spread-and-image-override')[0].object;
    fc.assert(
      fc.property(damaged(policy), damaged(template), (rawPolicy, rawWork) => {
        const fact = projectPolicy(rawPolicy, 'PropagationPolicy');
        const workload = projectTemplate(rawWork, {
          group: 'apps',
          version: 'v1',
          kind: 'Deployment',
        });
        fc.pre(workload !== undefined);
        const policies = fact ? [fact] : [];
        expect(explainUnplaced({ workload, policies }).text).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

describe('size and speed', () => {
  const raw = recording('canary-with-managed-fields').filter(
    ({ stream }) => stream === 'rb',
  );

  it('keeps a binding on two clusters below 800 bytes', () => {
    for (const { object } of recording('canary-rollout-and-scale').filter(
      ({ stream }) => stream === 'rb',
    )) {
      expect(JSON.stringify(projectBinding(object)).length).toBeLessThan(800);
    }
  });

  it('keeps nothing of managedFields or of an annotation', () => {
    const text = JSON.stringify(
      raw.map(({ object }) => projectBinding(object)),
    );

    expect(text).not.toContain('fieldsType');
    expect(text).not.toContain('applied-placement');
  });

  it('derives the same from the same', () => {
    const placement = projectBinding(good)!;
    const input = {
      placement,
      overrides: [],
      imagesByGeneration: new Map(),
      now: NOW,
    };

    expect(deriveBinding(input)).toEqual(deriveBinding(input));
  });
});
