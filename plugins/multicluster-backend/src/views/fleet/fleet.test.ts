import { ConfigReader } from '@backstage/config';
import {
  ClusterState,
  ClusterSummary,
  parseFilter,
} from '@fairway/backstage-plugin-multicluster-common';
import fc from 'fast-check';
import { clusterMatches } from '../clusters/clusterMatches';
import { ClusterRecord } from '../clusters/ClusterRecord';
import { compareKeys, pageOf } from '../paging/pageOf';
import { ClusterPolicies } from '../platform/ClusterPolicies';
import { Environments } from '../platform/Environments';
import { toFleet } from './toFleet';

const policies = ClusterPolicies.fromConfig(
  new ConfigReader({
    multicluster: { clusters: { intermittent: ['edge-*'] } },
  }),
);

let id = 0;
function record(
  name: string,
  state: ClusterState,
  extra?: Partial<ClusterRecord>,
): ClusterRecord {
  return {
    id: id++,
    sourceId: 1,
    controlPlane: 'prod',
    name,
    present: true,
    state,
    stateSince: 0,
    targets: {},
    ...extra,
  };
}

describe('toFleet', () => {
  const fleet = toFleet(
    {
      clusters: [
        record('a', 'ready', {
          region: 'eu',
          targets: { healthy: 5, 'apply-failed': 1, 'rolling-out': 2 },
        }),
        record('edge-1', 'unreachable', { region: 'us' }),
        record('nowhere', 'ready', { clusterUid: 'u1' }),
        record('nowhere', 'not-ready', {
          clusterUid: 'u1',
          controlPlane: 'second',
        }),
      ],
      summaries: { degraded: 2 },
      affected: new Map([['us', 4]]),
    },
    policies,
  );

  it('lists regions with their clusters, those without a region last', () => {
    expect(fleet.regions.map(region => region.name)).toEqual([
      'eu',
      'us',
      undefined,
    ]);
    expect(fleet.regions[1].affected).toBe(4);
  });

  it('shows the worst of what runs on a cluster, and nothing where nothing runs', () => {
    expect(fleet.regions[0].clusters[0].worst).toBe('apply-failed');
    expect(fleet.regions[1].clusters[0]).toEqual({
      controlPlane: 'prod',
      name: 'edge-1',
      state: 'unreachable',
      intermittent: true,
    });
  });

  it('counts a cluster once though two control planes have it, in its worse state', () => {
    expect(fleet.clusters).toMatchObject({
      ready: 1,
      unreachable: 1,
      'not-ready': 1,
    });
  });

  it('counts every state of workloads, also those nothing is in', () => {
    expect(fleet.workloads).toEqual({
      converged: 0,
      progressing: 0,
      degraded: 2,
      unscheduled: 0,
      'scheduling-suspended': 0,
    });
  });
});

describe('clusterMatches', () => {
  const cluster: ClusterSummary = {
    controlPlane: 'prod',
    name: 'eu-west-1',
    state: 'not-ready',
    since: '',
    kubernetesVersion: 'v1.36.2',
    region: 'eu-west',
    zones: [],
    environment: 'production',
    taints: [],
    provider: 'aws',
    targets: { unhealthy: 1 },
  };

  it.each([
    ['', true],
    ['status:not-ready', true],
    ['status:unhealthy', true],
    ['status:ready', false],
    ['!status:ready', true],
    ['region:EU-*', true],
    ['region:eu', false],
    ['region:"eu-*"', false],
    ['cluster:eu-west-?', true],
    ['env:prod*', true],
    ['version:v1.36.*', true],
    ['source:prod', true],
    ['west', true],
    ['aws', true],
    ['kind:Deployment', false],
    ['region:us,eu-west', true],
    ['region:eu-west status:ready', false],
    ['name:eu.west.1', false],
    ['status:none', false],
  ])('by %j gives %s', (filter, expected) => {
    expect(clusterMatches(cluster, parseFilter(filter).terms)).toBe(expected);
  });
});

describe('Environments', () => {
  const environments = Environments.fromConfig(
    new ConfigReader({
      multicluster: {
        environments: [
          {
            name: 'test',
            title: 'Test',
            clusters: { names: ['test-*'], controlPlane: 'prod' },
          },
          {
            name: 'production',
            clusters: { labels: { 'example.com/tier': 'prod' } },
          },
        ],
      },
    }),
  );

  it.each([
    ['prod', 'test-1', {}, 'test'],
    ['other', 'test-1', {}, undefined],
    ['prod', 'x', { 'example.com/tier': 'prod' }, 'production'],
    ['prod', 'test-1', { 'example.com/tier': 'prod' }, 'test'],
    ['prod', 'x', { 'example.com/tier': 'dev' }, undefined],
  ])('%s/%s with %j belongs to %s', (controlPlane, name, labels, expected) => {
    expect(environments.of({ controlPlane, name, labels })).toBe(expected);
  });

  it('keeps the order and the titles of the configuration', () => {
    expect(environments.list).toEqual([
      { name: 'test', title: 'Test' },
      { name: 'production' },
    ]);
  });
});

describe('pageOf', () => {
  it('gives every item once over all pages, in order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string(), fc.string()), {
          selector: key => key.join('\u0000'),
          maxLength: 30,
        }),
        fc.integer({ min: 1, max: 7 }),
        (keys, limit) => {
          const sorted = [...keys].sort(compareKeys);
          const seen: Array<[string, string]> = [];
          let cursor: string | undefined;
          do {
            const page = pageOf(sorted, key => key, { limit, cursor });
            seen.push(...page.items);
            cursor = page.nextCursor;
          } while (cursor);
          expect(seen).toEqual(sorted);
        },
      ),
    );
  });
});
