import { ApprovalSubject } from '@fairway/backstage-plugin-multicluster-common';
import fc from 'fast-check';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { canonicalJson } from './canonicalJson';
import { policyHash } from './policyHash';
import { subjectDigest } from './subjectDigest';

const subject: ApprovalSubject = {
  v: 1,
  kind: 'lane',
  source: 'karmada',
  run: null,
  gate: null,
  lane: { policy: 'shop/shop', clusters: ['member1', 'member2'] },
  commit: '0123abc',
  images: [
    { name: 'shop', version: 'v1', digest: 'sha256:aa', unpinned: false },
    { name: 'side', version: 'latest', digest: null, unpinned: true },
  ],
  targets: ['member1', 'member2'],
  manifests: { member1: 'aa', member2: 'bb' },
  policyHash: 'p',
  unknown: {},
};

describe('canonicalJson', () => {
  it('writes what RFC 8785 gives as its example', () => {
    expect(
      canonicalJson({
        numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27],
        string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders keys by their UTF-16 code units', () => {
    expect(
      canonicalJson({ '\ufb33': 1, '\u{1f600}': 2, '\r': 3, '1': 4, b: 5 }),
    ).toBe('{"\\r":3,"1":4,"b":5,"\u{1f600}":2,"\ufb33":1}');
  });

  it('writes equal values as equal texts and different ones as different texts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(canonicalJson(a) === canonicalJson(b)).toBe(
          // JSON knows one zero.
          JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b)),
        );
        expect(JSON.parse(canonicalJson(a))).toEqual(
          JSON.parse(JSON.stringify(a)),
        );
      }),
    );
  });

  it.each([NaN, Infinity, new Date(0), new Map(), () => 1, Symbol('x'), 1n])(
    'refuses what JSON cannot say: %p',
    value => {
      expect(() => canonicalJson({ value })).toThrow(TypeError);
    },
  );
});

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortKeys);
  }
  if (typeof value === 'object' && value !== null) {
    // As a list of its own kind: an empty object is no empty list.
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]): unknown => [key, sortKeys(item), ''])
      .concat('object');
  }
  return value;
}

describe('X10: digests that somebody tries to make alike', () => {
  const digest = subjectDigest(subject);

  it('does not depend on the order of keys, images, targets and clusters', () => {
    const turned = Object.fromEntries(
      Object.entries({
        ...subject,
        images: [...subject.images!].reverse(),
        targets: [...subject.targets!].reverse(),
        lane: { clusters: ['member2', 'member1'], policy: 'shop/shop' },
        manifests: { member2: 'bb', member1: 'aa' },
      }).reverse(),
    );
    expect(subjectDigest(turned as unknown as ApprovalSubject)).toBe(digest);
  });

  it.each`
    change                                                   | trick
    ${{ commit: '0123abd' }}                                 | ${'another commit'}
    ${{ commit: '0123abc\n' }}                               | ${'a newline at the end'}
    ${{ commit: '0123abc\r\n' }}                             | ${'a CRLF at the end'}
    ${{ commit: '0123ABC' }}                                 | ${'another case'}
    ${{ commit: null }}                                      | ${'an unknown part'}
    ${{ commit: null, unknown: { commit: 'not-reported' } }} | ${'an unknown part with its reason'}
    ${{ commit: '' }}                                        | ${'an empty part'}
    ${{ targets: ['member1,member2'] }}                      | ${'two names in one'}
    ${{ targets: ['member1'] }}                              | ${'fewer targets'}
    ${{ targets: [] }}                                       | ${'none'}
    ${{ manifests: { member1: 'bb', member2: 'aa' } }}       | ${'manifests exchanged'}
    ${{ manifests: { member1: 'aa' } }}                      | ${'a manifest less'}
    ${{ kind: 'gate' }}                                      | ${'another kind'}
    ${{ policyHash: 'q' }}                                   | ${'another policy'}
    ${{ gate: 'approve' }}                                   | ${'a gate'}
    ${{ source: 'karmada\u200b' }}                           | ${'a character that nobody sees'}
  `('changes with $trick', ({ change }) => {
    expect(subjectDigest({ ...subject, ...change })).not.toBe(digest);
  });

  it('tells an accent as one character from an accent as two', () => {
    const named = (name: string) =>
      subjectDigest({ ...subject, targets: [name] });
    expect(named('caf\u00e9')).not.toBe(named('cafe\u0301'));
  });

  it.each`
    index | change                     | what
    ${0}  | ${{ version: '1' }}        | ${'the version'}
    ${0}  | ${{ digest: 'sha256:ab' }} | ${'the digest'}
    ${1}  | ${{ unpinned: false }}     | ${'whether a tag can be moved'}
  `('changes with $what of an image', ({ index, change }) => {
    const images = subject.images!.map((image, at) =>
      at === index ? { ...image, ...change } : image,
    );
    expect(subjectDigest({ ...subject, images })).not.toBe(digest);
  });
});

describe('policyHash', () => {
  const policy = examplePolicy({
    require: {
      all: [
        { atLeast: 1, of: { owners: true } },
        { atLeast: 1, of: { groups: ['group:default/a', 'group:default/b'] } },
      ],
    },
  });

  it('does not depend on the order in which a rule is written', () => {
    expect(
      policyHash({
        ...policy,
        require: {
          all: [
            {
              of: { groups: ['group:default/b', 'group:default/a'] },
              atLeast: 1,
            },
            { atLeast: 1, of: { owners: true, users: [] } },
          ],
        },
      }),
    ).toBe(policyHash(policy));
  });

  it.each`
    change
    ${{ recallMs: 1 }}
    ${{ rejections: 2 }}
    ${{ require: { any: [{ atLeast: 1, of: { owners: true } }] } }}
    ${{ subject: { complete: false, unpinned: 'allow' } }}
    ${{ expiresAfterMs: 1 }}
  `('changes with $change', ({ change }) => {
    expect(policyHash({ ...policy, ...change })).not.toBe(policyHash(policy));
  });
});
