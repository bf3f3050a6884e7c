import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { scopeTarget } from '../__testUtils__/promotionScope';
import { component } from '../__testUtils__/shopWorld';
import { DetailQuery, DetailReader } from '../service/DetailService';
import { unavailable } from '../util/codedErrors';
import { Comparable } from '../views/promotion/ComparableReader';
import { DefaultPromotionDiffReader } from './DefaultPromotionDiffReader';

const asking = { credentials: mockCredentials.user() };
const query = { from: 'test', to: 'production' };

function copy(namespace: string, cluster: string, confirmed = true) {
  const target = scopeTarget({ cluster });
  return {
    ...target,
    workload: { ...target.workload, id: namespace, namespace, confirmed },
  };
}

const pair = {
  kind: 'Deployment',
  name: 'shop',
  now: copy('shop-production', 'shire'),
  next: copy('shop-test', 'gondor'),
};

function reader(
  read: (workloadId: string, clusters?: string[]) => unknown,
  workloads: Comparable['workloads'] = [pair],
) {
  const details = {
    read: async (_kind: string, asked: DetailQuery) =>
      read(asked.workloadId, asked.clusters),
  } as Pick<DetailReader, 'read'>;
  return DefaultPromotionDiffReader.create({
    comparable: {
      read: async () => ({
        workloads,
        unread: { now: undefined, next: undefined },
      }),
    },
    details,
  });
}

const manifest = (text: string) => [
  { cluster: 'c', items: [{ versions: [], overrides: [], manifest: text }] },
];
const textOf = (namespace: string) =>
  namespace === 'shop-test'
    ? 'env: test\nhost: db.shop-test.svc\nimage: shop:v2\n'
    : 'env: production\nhost: db.shop-production.svc\nimage: shop:v1\n';

describe('DefaultPromotionDiffReader', () => {
  it('reads one cluster of each side, and leaves out by what environments differ anyway', async () => {
    const asked: unknown[] = [];
    const diff = await reader((id, clusters) => {
      asked.push([id, clusters]);
      return manifest(textOf(id));
    }).diff(component('shop', {}), query, asking);
    expect(asked).toEqual([
      ['shop-production', ['shire']],
      ['shop-test', ['gondor']],
    ]);
    const [{ now, next, hunks }] = diff.workloads;
    expect([now, next]).toEqual([
      { state: 'read', cluster: 'shire' },
      { state: 'read', cluster: 'gondor' },
    ]);
    expect(hunks?.[0].lines.filter(({ change }) => change !== 'same')).toEqual([
      { change: 'removed', text: 'image: shop:v1' },
      { change: 'added', text: 'image: shop:v2' },
    ]);
  });

  it('says of a side that cannot be read why, and compares nothing', async () => {
    const refused = sentence('view.detail.off', { source: 'plain' });
    const diff = await reader(id =>
      id === 'shop-test'
        ? manifest(textOf(id))
        : [{ cluster: 'shire', items: [], problem: { sentence: refused } }],
    ).diff(component('shop', {}), query, asking);
    expect(diff.workloads[0]).toEqual({
      kind: 'Deployment',
      name: 'shop',
      now: { state: 'unread', cluster: 'shire', reason: refused },
      next: { state: 'read', cluster: 'gondor' },
    });
  });

  it('says so where a source has no details, without its words', async () => {
    const diff = await reader(() => {
      throw unavailable('detail-off', 'internal');
    }).diff(component('shop', {}), query, asking);
    expect(diff.workloads[0].now.reason?.code).toBe(
      'promotion.diff.noManifest',
    );
    expect(JSON.stringify(diff)).not.toContain('internal');
  });

  it('reads nothing of what only the entity claims', async () => {
    const asked: string[] = [];
    const read = (id: string) => {
      asked.push(id);
      return manifest(textOf(id));
    };
    const claimed = { ...pair, now: copy('shop-production', 'shire', false) };
    const diff = await reader(read, [claimed]).diff(
      component('shop', {}),
      query,
      asking,
    );
    expect(asked).toEqual(['shop-test']);
    expect(diff.workloads[0].now).toMatchObject({
      state: 'unread',
      reason: { code: 'promotion.diff.notConfirmed' },
    });
    await expect(
      reader(read, [{ ...claimed, next: undefined }]).diff(
        component('shop', {}),
        query,
        asking,
      ),
    ).rejects.toMatchObject({ code: 'match-not-confirmed' });
  });

  it('shows what is not there, and counts what is too much', async () => {
    const many = Array.from({ length: 14 }, (_, index) => ({
      kind: 'Job',
      name: `job-${index}`,
      next: pair.next,
    }));
    const diff = await reader(id => manifest(textOf(id)), many).diff(
      component('shop', {}),
      query,
      asking,
    );
    expect(diff.workloads).toHaveLength(12);
    expect(diff.workloads[0]).toMatchObject({
      now: { state: 'absent' },
      next: { state: 'read' },
    });
    expect(diff.omitted).toBe(2);
  });
});
