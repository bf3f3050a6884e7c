import { possibleClusters } from './possibleClusters';

const cluster = (name: string, tier: string, region: string) => ({
  name,
  labels: { tier },
  provider: 'aws',
  region,
  zones: [`${region}-a`, `${region}-b`],
});
const clusters = [
  cluster('m1', 'prod', 'eu'),
  cluster('m2', 'prod', 'us'),
  cluster('m3', 'edge', 'us'),
];
const field = (key: string, operator: string, values: string[]) => ({
  clusterAffinity: {
    fieldSelector: { matchExpressions: [{ key, operator, values }] },
  },
});

describe('possibleClusters', () => {
  it.each<[string, unknown, string[], boolean]>([
    ['nothing said: all of them', {}, ['m1', 'm2', 'm3'], true],
    ['no placement at all', undefined, ['m1', 'm2', 'm3'], true],
    ['by name', { clusterAffinity: { clusterNames: ['m2'] } }, ['m2'], false],
    [
      'a name that nothing is registered under yet',
      { clusterAffinity: { clusterNames: ['m1', 'm9'] } },
      ['m1', 'm9'],
      false,
    ],
    [
      'by label',
      {
        clusterAffinity: { labelSelector: { matchLabels: { tier: 'prod' } } },
      },
      ['m1', 'm2'],
      true,
    ],
    [
      'all but one',
      { clusterAffinity: { exclude: ['m2'] } },
      ['m1', 'm3'],
      true,
    ],
    ['by region', field('region', 'In', ['us']), ['m2', 'm3'], true],
    ['not by region', field('region', 'NotIn', ['us']), ['m1'], true],
    [
      'one of its zones is still allowed',
      field('zone', 'NotIn', ['eu-a']),
      ['m1', 'm2', 'm3'],
      true,
    ],
    [
      'a field nobody knows excludes nothing',
      field('colour', 'In', ['blue']),
      ['m1', 'm2', 'm3'],
      true,
    ],
    [
      'every group in turn, and what spills over',
      {
        clusterAffinities: [
          {
            affinityName: 'a',
            clusterNames: ['m1'],
            overflowAffinities: [{ clusterNames: ['m3'] }],
          },
          { affinityName: 'b', clusterNames: ['m2'] },
        ],
      },
      ['m1', 'm2', 'm3'],
      false,
    ],
  ])('%s', (_, placement, names, open) => {
    expect(possibleClusters(placement, clusters)).toEqual({ names, open });
  });
});
