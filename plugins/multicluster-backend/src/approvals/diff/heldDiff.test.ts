import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { HeldObject, heldDiff } from './heldDiff';

const observedAt = '';
const cluster = 'member1';
const refused = {
  code: 'forbidden' as const,
  sentence: sentence('detail.failed', { cluster }),
};
const next = (manifest?: string): HeldObject['next'] => ({
  cluster,
  observedAt,
  items: [{ versions: [], overrides: [], ...(manifest && { manifest }) }],
});
const now = (...items: Array<{ manifest?: string }>): HeldObject['now'] => ({
  cluster,
  observedAt,
  items,
});

describe('heldDiff', () => {
  it('shows the lines that would change', () => {
    const { hunks } = heldDiff({
      cluster,
      object: 'Deployment/shop',
      next: next('image: v2\nreplicas: 1\n'),
      now: now({ manifest: 'image: v1\nreplicas: 1\n' }),
    });
    expect(hunks?.[0].lines).toEqual([
      { change: 'removed', text: 'image: v1' },
      { change: 'added', text: 'image: v2' },
      { change: 'same', text: 'replicas: 1' },
    ]);
  });

  it('shows all of what a cluster says it has nothing of', () => {
    const { hunks } = heldDiff({
      cluster,
      object: 'Deployment/shop',
      next: next('image: v2\n'),
      now: now(),
    });
    expect(hunks?.[0].lines).toEqual([{ change: 'added', text: 'image: v2' }]);
  });

  it.each<[string, Pick<HeldObject, 'next' | 'now'>, string]>([
    [
      'the cluster refused',
      { next: next('a: 1'), now: { ...now()!, problem: refused } },
      'detail.failed',
    ],
    [
      'what is held was refused',
      { next: { ...next('a: 1')!, problem: refused }, now: now() },
      'detail.failed',
    ],
    [
      'nobody answered for the cluster',
      { next: next('a: 1'), now: undefined },
      'promotion.diff.noManifest',
    ],
    [
      'nothing is rendered',
      { next: { ...next()!, items: [] }, now: now({ manifest: 'a: 1' }) },
      'promotion.diff.noManifest',
    ],
    [
      'what is held is too large',
      { next: next(), now: now({ manifest: 'a: 1' }) },
      'promotion.diff.tooMuch',
    ],
    [
      'what the cluster has is too large',
      { next: next('a: 1'), now: now({}) },
      'promotion.diff.tooMuch',
    ],
  ])('says why when %s, and compares with nothing else', (_, sides, code) => {
    const { hunks, note } = heldDiff({ cluster, object: 'a', ...sides });
    expect([hunks, note?.code]).toEqual([undefined, code]);
  });
});
