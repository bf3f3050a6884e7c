import { mockServices } from '@backstage/backend-test-utils';
import {
  ClusterList,
  ClusterSummary,
} from '@fairway/backstage-plugin-multicluster-common';
import { ClusterEntityProvider } from './ClusterEntityProvider';
import { toClusterEntity } from './toClusterEntity';

function cluster(
  name: string,
  extra?: Partial<ClusterSummary>,
): ClusterSummary {
  return {
    controlPlane: 'prod',
    name,
    state: 'ready',
    since: '2026-11-21T10:00:00.000Z',
    zones: [],
    taints: [],
    targets: {},
    ...extra,
  };
}

function page(
  items: ClusterSummary[],
  extra?: Partial<ClusterList>,
): ClusterList {
  return {
    revision: 'r',
    coverage: {
      seen: items.length,
      total: items.length,
      stale: 0,
      problems: [],
    },
    items,
    ...extra,
  };
}

async function refresh(pages: ClusterList[]) {
  const listClusters = jest.fn(async () => pages.shift()!);
  const applyMutation = jest.fn();
  const provider = ClusterEntityProvider.create({
    api: { listClusters },
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    taskRunner: { run: async () => undefined },
    owner: 'group:default/platform',
  });
  await provider.refresh(
    { applyMutation, refresh: jest.fn() },
    new AbortController().signal,
  );
  return { applyMutation, listClusters };
}

describe('ClusterEntityProvider', () => {
  it('replaces the cluster entities with what all pages hold', async () => {
    const { applyMutation, listClusters } = await refresh([
      page([cluster('a', { region: 'eu-west' })], { nextCursor: 'next' }),
      page([cluster('b')]),
    ]);
    expect(listClusters).toHaveBeenLastCalledWith(
      { limit: 500, cursor: 'next' },
      expect.objectContaining({ token: expect.any(String) }),
    );
    expect(applyMutation).toHaveBeenCalledWith({
      type: 'full',
      entities: [
        expect.objectContaining({
          entity: expect.objectContaining({
            kind: 'Resource',
            spec: {
              type: 'kubernetes-cluster',
              owner: 'group:default/platform',
            },
            metadata: expect.objectContaining({
              name: 'prod-a',
              labels: { 'topology.kubernetes.io/region': 'eu-west' },
            }),
          }),
        }),
        expect.objectContaining({
          entity: expect.objectContaining({
            metadata: expect.objectContaining({ name: 'prod-b' }),
          }),
        }),
      ],
    });
  });

  it('deletes nothing while a source has not been read to the end', async () => {
    const { applyMutation } = await refresh([
      page([], {
        coverage: { seen: 0, total: null, stale: 0, problems: [] },
      }),
    ]);
    expect(applyMutation).not.toHaveBeenCalled();
  });

  it('makes one entity of a cluster that two control planes share', async () => {
    const { applyMutation } = await refresh([
      page([
        cluster('a', { clusterUid: 'u1' }),
        cluster('z', { controlPlane: 'other', clusterUid: 'u1' }),
      ]),
    ]);
    expect(applyMutation.mock.calls[0][0].entities).toHaveLength(1);
  });
});

describe('toClusterEntity', () => {
  it.each([
    ['member1'],
    ['Member_1.eu'],
    ['x'.repeat(253)],
    ['ümläut/slash'],
    ['-'],
    ['a--b'],
  ])('gives %s a name that the catalog accepts', name => {
    const entity = toClusterEntity(cluster(name, { region: 'eu west!' }), {
      owner: 'unknown',
    });
    expect(entity.metadata.name).toMatch(
      /^(?=.{1,63}$)[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/,
    );
    expect(entity.metadata.labels).toBeUndefined();
  });

  it('never gives two clusters one name', () => {
    const names = ['a/b', 'a-b', 'a b', 'a--b'].map(
      name => toClusterEntity(cluster(name), { owner: 'o' }).metadata.name,
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
