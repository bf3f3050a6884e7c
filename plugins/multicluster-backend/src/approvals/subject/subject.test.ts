import { RunFact } from '@fairway/backstage-plugin-multicluster-node';
import { RunArtifact } from '@fairway/backstage-plugin-multicluster-common';
import { imagesOf } from './imagesOf';
import { NOTHING_APPLIED } from './Applied';
import { gateKeyOf } from './gateKeyOf';
import { requestersOf } from './requestersOf';
import { settledSubject } from './settledSubject';
import { subjectOfRun } from './subjectOfRun';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;

const image = (name: string, version: string): RunArtifact => ({
  kind: 'image',
  name,
  version,
});
const fact: RunFact = {
  type: 'run',
  key: 'run-1',
  pipelineKey: 'shop',
  pipelineName: 'shop',
  createdAt: '2026-11-21T10:00:00Z',
  trigger: { kind: 'commit', actor: { nativeId: 'Olivia', kind: 'user' } },
  commit: { sha: 'abc', author: 'Olivia' },
  artifacts: [image('registry.example.org/shop', 'v1.2.0')],
  active: true,
  native: {},
};
const record = (
  change: Partial<RunFact> = {},
  deployTargets: string[] = ['karmada'],
) => ({
  fact: { ...fact, ...change },
  pipeline: {
    id: 1,
    hash: 'h',
    key: 'shop',
    name: 'shop',
    source: 'pipecd',
    fact: {
      type: 'pipeline' as const,
      key: 'shop',
      name: 'shop',
      labels: {},
      deployTargets,
      sync: { status: 'unknown' as const },
      disabled: false,
      deleted: false,
      native: {},
    },
  },
});
const subject = (
  change: Partial<RunFact> = {},
  applied = NOTHING_APPLIED,
  deployTargets?: string[],
) =>
  subjectOfRun(
    record(change, deployTargets),
    { kind: 'pull', id: 'release' },
    applied,
    'policy-1',
  );

describe('subjectOfRun', () => {
  it('names what was observed of the run', () => {
    expect(subject()).toEqual({
      v: 1,
      kind: 'pull',
      source: 'pipecd',
      run: { key: 'run-1', pipelineKey: 'shop' },
      gate: 'release',
      lane: null,
      commit: 'abc',
      images: [
        {
          name: 'registry.example.org/shop',
          version: 'v1.2.0',
          digest: null,
          unpinned: false,
        },
      ],
      targets: ['karmada'],
      manifests: null,
      policyHash: 'policy-1',
      unknown: { manifests: 'rendered-by-tool' },
    });
  });

  it('says of each part that nobody knows why, and leaves none out', () => {
    const none = subject({ commit: undefined, artifacts: [] }, undefined, []);
    expect(none).toMatchObject({ commit: null, images: null, targets: null });
    expect(none.unknown).toEqual({
      commit: 'not-reported',
      images: 'not-reported',
      targets: 'not-reported',
      manifests: 'rendered-by-tool',
    });
  });

  it('names clusters where they are known, sorted and each once', () => {
    const applied = {
      ...NOTHING_APPLIED,
      clusters: ['member2', 'member1', 'member2'],
    };
    expect(subject({}, applied).targets).toEqual(['member1', 'member2']);
  });
});

describe('imagesOf', () => {
  const reported = (reference: string, version = 'v1.2.0') => ({
    container: 'app',
    image: reference,
    version,
    digest: reference.split('@')[1],
  });

  it.each([
    ['a branch', image('shop', 'main'), { digest: null, unpinned: true }],
    ['latest', image('shop', 'latest'), { digest: null, unpinned: true }],
    ['a version', image('shop', 'v1.2.0'), { digest: null, unpinned: false }],
    [
      'a branch pinned by a digest behind it',
      image('shop', `main@${DIGEST}`),
      { digest: DIGEST, unpinned: false },
    ],
    [
      'a digest behind the name',
      image(`shop@${DIGEST}`, 'main'),
      { name: 'shop', digest: DIGEST, unpinned: false },
    ],
  ])('tells of %s whether it names its content', (_, artifact, expected) => {
    expect(imagesOf([artifact], [])).toEqual([
      expect.objectContaining(expected),
    ]);
  });

  it('takes the digest that clusters report of the same image and tag', () => {
    const runs = [reported(`mirror.example.org/shop:v1.2.0@${DIGEST}`)];
    expect(imagesOf([image('registry/shop', 'v1.2.0')], runs)).toEqual([
      expect.objectContaining({ digest: DIGEST }),
    ]);
    expect(imagesOf([image('registry/cart', 'v1.2.0')], runs)).toEqual([
      expect.objectContaining({ digest: null }),
    ]);
  });

  it('takes none for a tag that moves: what runs under it is what was there before', () => {
    const runs = [reported(`mirror.example.org/shop:latest@${DIGEST}`)];
    expect(imagesOf([image('registry/shop', 'latest')], runs)).toEqual([
      expect.objectContaining({ digest: null, unpinned: true }),
    ]);
  });

  it('takes none of two that disagree', () => {
    const runs = [reported(`shop@${DIGEST}`), reported(`shop@${OTHER}`)];
    expect(imagesOf([image('shop', 'v1.2.0')], runs)).toEqual([
      expect.objectContaining({ digest: null }),
    ]);
  });

  it('is the same for the same images in any order', () => {
    const two = [image('b', 'v1'), image('a', 'v1'), image('b', 'v1')];
    expect(imagesOf(two, [])).toEqual(imagesOf([...two].reverse(), []));
    expect(imagesOf(two, [])).toHaveLength(2);
  });
});

describe('settledSubject', () => {
  const settled = (before = subject(), now = subject()) =>
    settledSubject(before, now);
  const withDigest = (digest: string) =>
    subject({ artifacts: [image('shop', `v1@${digest}`)] });
  const tagged = (digest: string | null) => {
    const base = subject();
    return { ...base, images: [{ ...base.images![0], digest }] };
  };

  it('keeps the subject when a digest becomes known, or is known no more', () => {
    expect(settled(tagged(null), tagged(DIGEST))).toEqual(tagged(null));
    expect(settled(tagged(DIGEST), tagged(null))).toEqual(tagged(DIGEST));
  });

  it('is another subject when a tag holds other content', () => {
    expect(settled(tagged(DIGEST), tagged(OTHER))).toEqual(tagged(OTHER));
    expect(settled(withDigest(DIGEST), withDigest(OTHER))).toEqual(
      withDigest(OTHER),
    );
  });

  it('keeps the policy by which it is voted on', () => {
    const now = { ...subject(), policyHash: 'policy-2' };
    expect(settled(subject(), now)).toEqual(subject());
  });

  it('keeps what cannot be read now', () => {
    const none = subject({ commit: undefined, artifacts: [] }, undefined, []);
    expect(settled(subject(), none)).toEqual(subject());
  });

  it.each([
    ['commit', subject({ commit: { sha: 'def' } })],
    ['image', subject({ artifacts: [image('shop', 'v1.3.0')] })],
    ['target', subject({}, { ...NOTHING_APPLIED, clusters: ['member9'] })],
  ])('is another subject with another %s', (_, now) => {
    expect(settled(subject(), now)).toEqual(now);
  });
});

describe('requestersOf', () => {
  const people = (nativeId: string) =>
    nativeId === 'Olivia' ? 'user:default/olivia' : undefined;
  const told = (change: Partial<RunFact>) =>
    requestersOf({ ...fact, ...change }, people).map(
      ({ nativeId, role, entityRef }) => [role, nativeId, entityRef],
    );

  it('is the author alone where a commit made the run', () => {
    expect(told({})).toEqual([['author', 'Olivia', 'user:default/olivia']]);
  });

  it('is who triggered it beside who wrote it, and who wrote it with them', () => {
    expect(
      told({
        trigger: { kind: 'manual', actor: { nativeId: 'noor', kind: 'user' } },
        coAuthors: ['Paul <paul@example.org>', 'Paul <paul@example.org>'],
      }),
    ).toEqual([
      ['trigger', 'noor', undefined],
      ['author', 'Olivia', 'user:default/olivia'],
      ['co-author', 'Paul <paul@example.org>', undefined],
    ]);
  });

  it('is nobody where nobody is known', () => {
    expect(told({ trigger: { kind: 'drift' }, commit: undefined })).toEqual([]);
  });
});

describe('gateKeyOf', () => {
  it('keeps apart what only looks alike once it is joined', () => {
    const key = (runKey: string, gateId: string) =>
      gateKeyOf({
        kind: 'gate',
        source: 's',
        runKey,
        gateId,
        gateVersion: '1',
      });
    expect(key('a|b', 'c')).not.toBe(key('a', 'b|c'));
    expect(key('a%7Cb', 'c')).not.toBe(key('a|b', 'c'));
    expect(key('a', 'b')).toBe('gate|s|a|b|1');
  });

  it('has one key for a stage that asks, however often it begins anew', () => {
    const pull = { kind: 'pull' as const, source: 's', runKey: 'r' };
    expect(gateKeyOf({ ...pull, gate: 'release' })).toBe('pull|s|r|release');
  });
});
