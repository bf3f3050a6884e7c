import { ConfigReader } from '@backstage/config';
import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';
import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { ApprovalPolicy, ApprovalWindow } from '../../model/ApprovalPolicy';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { voterFacts } from '../__testUtils__/voterFacts';
import { policyHash } from '../digest/policyHash';
import { evaluateQuorum } from '../quorum/evaluateQuorum';
import { breakGlassRefusal } from '../voters/breakGlassRefusal';
import { isOpenAt } from '../windows/isOpenAt';
import { readApprovalPolicies } from './readApprovalPolicies';
import { readApprovalSettings } from './readApprovalSettings';
import { stricterOf } from './stricterOf';
import { tightenedBy } from './tightenedBy';
import { tightenPolicy } from './tightenPolicy';

const owners = { atLeast: 1, of: { owners: true } };
const read = (policies: JsonObject[], more: JsonObject = {}) =>
  readApprovalPolicies(
    new ConfigReader({ multicluster: { approvals: { policies }, ...more } }),
  );
const ask = (environment?: string, more: object = {}) => ({
  environment,
  source: 'pipecd',
  pipeline: 'shop',
  ...more,
});

describe('readApprovalPolicies', () => {
  it('lets one owner who did not ask decide where no policy names the environment', () => {
    const { policyFor } = read([]);
    expect(policyFor(ask('test')).policy).toMatchObject({
      builtIn: true,
      require: owners,
      separation: {
        requester: true,
        author: false,
        unmappedAuthor: 'allow',
      },
      subject: { complete: false },
    });
  });

  it.each(['production', undefined])(
    'separates duties and asks for a whole subject in %s',
    environment => {
      expect(read([]).policyFor(ask(environment)).policy).toMatchObject({
        separation: { requester: true, author: true, unmappedAuthor: 'block' },
        subject: { complete: true },
        recallMs: 10_000,
        remindAt: [50, 80],
      });
    },
  );

  it('names the environments in which policies ask, and all where one does not say which', () => {
    const policy = (environments?: string[]) => ({
      ...(environments && { environments }),
      require: owners,
    });
    const more = { environments: [{ name: 'test' }, { name: 'production' }] };
    expect(read([]).environments).toEqual([]);
    expect(
      read([policy(['production']), policy(['production', 'edge'])], more)
        .environments,
    ).toEqual(['production', 'edge']);
    expect(read([policy()], more).environments).toEqual(['test', 'production']);
  });

  it('reads everything a policy can say', () => {
    const { policyFor, problems } = read([
      {
        name: 'four eyes',
        environments: ['production'],
        require: {
          all: [
            { atLeast: 2, of: { groups: ['SRE', 'group:default/platform'] } },
            { any: [owners, { atLeast: 1, of: { users: ['ann'] } }] },
          ],
        },
        rejections: 2,
        separation: { author: false, unmappedAuthor: 'allow' },
        subject: { complete: false, unpinned: 'refuse' },
        expiresAfter: { hours: 4 },
        remindAt: [80, 25],
        recall: '30s',
        windows: [
          {
            name: 'office',
            kind: 'allow',
            timezone: 'Europe/Berlin',
            days: ['Mon', 'tuesday'],
            from: '09:00',
            to: '16:00',
          },
        ],
        overrun: true,
        supersede: 'queue',
        comment: 'on-reject',
        breakGlass: { ticket: 'INC-\\d+', reviewWithin: { hours: 8 } },
        exempt: { replicas: false },
        waves: { clusters: [['member1'], ['member2']], next: 'person' },
        escalate: ['platform'],
      },
    ]);
    expect(problems).toEqual([]);
    expect(policyFor(ask('production')).policy).toEqual({
      name: 'four eyes',
      builtIn: false,
      require: {
        all: [
          {
            atLeast: 2,
            of: { groups: ['group:default/sre', 'group:default/platform'] },
          },
          {
            any: [owners, { atLeast: 1, of: { users: ['user:default/ann'] } }],
          },
        ],
      },
      rejections: 2,
      separation: { requester: true, author: false, unmappedAuthor: 'allow' },
      subject: { complete: false, unpinned: 'refuse' },
      expiresAfterMs: 4 * 3600_000,
      remindAt: [25, 80],
      recallMs: 30_000,
      windows: [
        {
          name: 'office',
          kind: 'allow',
          timezone: 'Europe/Berlin',
          days: [1, 2],
          from: '09:00',
          to: '16:00',
        },
      ],
      overrun: true,
      supersede: 'queue',
      comment: 'on-reject',
      breakGlass: { ticket: 'INC-\\d+', reviewWithinMs: 8 * 3600_000 },
      exempt: { replicas: false, failover: true, return: true },
      waves: { clusters: [['member1'], ['member2']], next: 'person' },
      escalate: ['group:default/platform'],
    });
  });

  it('takes the first policy that names environment, source and pipeline', () => {
    const { policyFor } = read([
      {
        name: 'shop alone',
        environments: ['production'],
        sources: ['pipe*'],
        pipelines: ['shop*'],
        require: owners,
      },
      { name: 'the rest', environments: ['production'], require: owners },
    ]);
    const nameOf = (more: object) =>
      policyFor(ask('production', more)).policy.name;
    expect([
      nameOf({}),
      nameOf({ pipeline: 'till' }),
      nameOf({ pipeline: undefined }),
      nameOf({ source: 'karmada' }),
      policyFor(ask('test')).policy.name,
    ]).toEqual(['shop alone', 'the rest', 'the rest', 'the rest', 'built-in']);
  });

  it('treats an environment of another name as production where the policy says so', () => {
    const { policyFor } = read([
      { environments: ['live'], production: true, require: owners },
    ]);
    expect(policyFor(ask('live')).policy.separation.unmappedAuthor).toBe(
      'block',
    );
  });

  it.each`
    policy                                                                                              | reason
    ${{}}                                                                                               | ${'require'}
    ${{ require: {} }}                                                                                  | ${'exactly one of'}
    ${{ require: { atLeast: 1, of: { owners: true }, any: [] } }}                                       | ${'exactly one of'}
    ${{ require: { all: [] } }}                                                                         | ${'names no rule'}
    ${{ require: { atLeast: 0, of: { owners: true } } }}                                                | ${'whole number'}
    ${{ require: { atLeast: 1.5, of: { owners: true } } }}                                              | ${'whole number'}
    ${{ require: { atLeast: 2, of: { users: ['ann'] } } }}                                              | ${'never be met'}
    ${{ require: { atLeast: 1, of: {} } }}                                                              | ${'never be met'}
    ${{ require: { atLeast: 1, of: { groups: ['a:b:c/d'] } } }}                                         | ${'a:b:c/d'}
    ${{ require: owners, rejections: 0 }}                                                               | ${'rejections'}
    ${{ require: owners, recall: 'soon' }}                                                              | ${'recall'}
    ${{ require: owners, comment: 'maybe' }}                                                            | ${'comment is one of'}
    ${{ require: owners, remindAt: [100] }}                                                             | ${'remindAt'}
    ${{ require: owners, breakGlass: { ticket: '(' } }}                                                 | ${'regular expression'}
    ${{ require: owners, waves: { clusters: ['a'] } }}                                                  | ${'list of lists'}
    ${{ require: owners, waves: { clusters: [['a'], ['a']] } }}                                         | ${'twice'}
    ${{ require: owners, windows: [{ kind: 'deny', timezone: 'Mars/X', from: '01:00', to: '02:00' }] }} | ${'Mars/X'}
    ${{ require: owners, windows: [{ kind: 'open', timezone: 'UTC', from: '01:00', to: '02:00' }] }}    | ${'allow'}
  `(
    'S19: lets nobody vote by a policy that is not valid: $reason',
    ({ policy, reason }) => {
      const { policyFor, problems } = read([
        { environments: ['production'], ...policy },
        { environments: ['production', 'test'], require: owners },
      ]);
      expect(problems).toEqual([
        {
          key: 'multicluster.approvals.policies[0]',
          reason: expect.stringContaining(reason),
        },
      ]);
      expect(policyFor(ask('production')).invalid).toContain(reason);
      expect(policyFor(ask('test')).invalid).toBeUndefined();
    },
  );

  it('S19: lets nobody vote anywhere while a policy does not say what it is for', () => {
    const { policyFor, problems } = read([{ require: owners }]);
    expect(problems).toHaveLength(1);
    expect(policyFor(ask('test')).invalid).toBeDefined();
    expect(policyFor(ask(undefined)).invalid).toBeDefined();
  });

  it('says that an environment is not there, because the one that was meant is not covered', () => {
    const { problems, policyFor } = read(
      [{ environments: ['prodution'], require: owners }],
      { environments: [{ name: 'production' }] },
    );
    expect(problems).toEqual([
      {
        key: 'multicluster.approvals.policies[0]',
        reason: "there is no environment 'prodution'",
      },
    ]);
    expect(policyFor(ask('production')).policy.builtIn).toBe(true);
  });

  it('lets an entity tighten, and lets nobody vote where its wish cannot be read', () => {
    const { policyFor } = read([]);
    const two = policyFor(ask('test', { tighten: ['atLeast=2'] }));
    expect(two.policy.require).toEqual({ atLeast: 2, of: { owners: true } });
    expect(two.hash).not.toBe(policyFor(ask('test')).hash);
    expect(
      policyFor(ask('test', { tighten: ['atLeast=0'] })).invalid,
    ).toContain('atLeast=0');
    expect(
      policyFor(ask('test', { tighten: ['separation=off'] })).invalid,
    ).toContain('separation=off');
  });
});

const people = ['a', 'b', 'c'].map(name => `user:default/${name}`);
const groups = ['x', 'y'].map(name => `group:default/${name}`);
const ruleOf: fc.Arbitrary<QuorumRule> = fc.letrec<{
  rule: QuorumRule;
}>(tie => ({
  rule: fc.oneof(
    { maxDepth: 2 },
    fc.record({
      atLeast: fc.integer({ min: 1, max: 3 }),
      of: fc.record({
        owners: fc.boolean(),
        groups: fc.subarray(groups),
        users: fc.subarray(people),
      }),
    }),
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 2 }) }),
  ),
})).rule;
const windowOf: fc.Arbitrary<ApprovalWindow> = fc.record({
  name: fc.constantFrom('one', 'two'),
  kind: fc.constantFrom('allow', 'deny'),
  timezone: fc.constantFrom('UTC', 'Europe/Berlin'),
  from: fc.constantFrom('01:00', '08:00', '12:00'),
  to: fc.constantFrom('09:00', '13:00', '20:00'),
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
});
const policyOf: fc.Arbitrary<ApprovalPolicy> = fc
  .record({
    require: ruleOf,
    rejections: fc.integer({ min: 1, max: 3 }),
    separation: fc.record({
      requester: fc.boolean(),
      author: fc.boolean(),
      unmappedAuthor: fc.constantFrom('block', 'allow'),
    }),
    subject: fc.record({
      complete: fc.boolean(),
      unpinned: fc.constantFrom('allow', 'refuse'),
    }),
    expiresAfterMs: fc.option(fc.integer({ min: 1, max: 9 }), {
      nil: undefined,
    }),
    recallMs: fc.integer({ min: 0, max: 9 }),
    windows: fc.array(windowOf, { maxLength: 3 }),
    overrun: fc.boolean(),
    comment: fc.constantFrom('optional', 'on-reject', 'required'),
    breakGlass: fc.option(
      fc.record(
        {
          ticket: fc.constantFrom('INC-\\d+', '.*-1', 'X|Y'),
          reviewWithinMs: fc.integer({ min: 1, max: 9 }),
        },
        { requiredKeys: ['reviewWithinMs'] },
      ),
      { nil: undefined },
    ),
    exempt: fc.record({
      replicas: fc.boolean(),
      failover: fc.boolean(),
      return: fc.boolean(),
    }),
  })
  .map(more => examplePolicy(more as Partial<ApprovalPolicy>));

/** That nothing passes `strict` that would not pass `loose`. */
function expectStricter(strict: ApprovalPolicy, loose: ApprovalPolicy) {
  const facts = voterFacts({
    groups: {
      [people[0]]: [groups[0]],
      [people[1]]: groups,
      [people[2]]: [],
    },
    owners: [groups[0]],
  });
  for (let bits = 0; bits < 8; bits += 1) {
    const approvers = people.filter(
      (_, index) => Math.trunc(bits / 2 ** index) % 2,
    );
    if (evaluateQuorum(strict.require, approvers, facts)) {
      expect(evaluateQuorum(loose.require, approvers, facts)).toBe(true);
    }
  }
  for (let hour = 0; hour < 48; hour += 3) {
    const at = Date.UTC(2026, 0, 5, hour, 30);
    if (isOpenAt(strict.windows, at)) {
      expect(isOpenAt(loose.windows, at)).toBe(true);
    }
  }
  for (const ticket of [undefined, 'INC-1', 'INC-2', 'FOO-1', 'X']) {
    const given = { reason: 'everything is down for everybody', ticket };
    if (breakGlassRefusal(strict, given) === undefined) {
      expect(breakGlassRefusal(loose, given)).toBeUndefined();
    }
  }
  expect(strict.rejections).toBeLessThanOrEqual(loose.rejections);
  expect(strict.recallMs).toBeGreaterThanOrEqual(loose.recallMs);
  expect(strict.expiresAfterMs ?? Infinity).toBeLessThanOrEqual(
    loose.expiresAfterMs ?? Infinity,
  );
  for (const part of ['separation', 'subject'] as const) {
    for (const [key, value] of Object.entries(loose[part])) {
      if (value === true || value === 'block' || value === 'refuse') {
        expect(strict[part]).toMatchObject({ [key]: value });
      }
    }
  }
  for (const [key, value] of Object.entries(loose.exempt)) {
    if (!value) {
      expect(strict.exempt).toMatchObject({ [key]: false });
    }
  }
  const comments = ['optional', 'on-reject', 'required'];
  expect(comments.indexOf(strict.comment)).toBeGreaterThanOrEqual(
    comments.indexOf(loose.comment),
  );
  expect(strict.overrun && !loose.overrun).toBe(false);
}

describe('stricterOf', () => {
  it('lets nothing pass that one of both would not let pass', () => {
    fc.assert(
      fc.property(policyOf, policyOf, (old, now) => {
        const both = stricterOf(old, now);
        expect(() => {
          expectStricter(both, old);
          expectStricter(both, now);
        }).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('is the policy itself when nothing changed, however often', () => {
    fc.assert(
      fc.property(policyOf, policyOf, (old, now) => {
        const both = stricterOf(old, now);
        expect(policyHash(stricterOf(both, now))).toBe(policyHash(both));
      }),
      { numRuns: 100 },
    );
  });
});

describe('tightenedBy', () => {
  const opening = (name: string, days: number[]) => ({
    name,
    kind: 'allow' as const,
    timezone: 'UTC',
    days,
    from: '09:00',
    to: '17:00',
  });

  it.each<[string, Partial<ApprovalPolicy>, Partial<ApprovalPolicy>]>([
    [
      'groups',
      { require: { atLeast: 2, of: { groups: ['group:a/x', 'group:a/y'] } } },
      { require: { atLeast: 2, of: { groups: ['group:a/y', 'group:a/x'] } } },
    ],
    [
      'alternatives',
      {
        require: {
          any: [
            { atLeast: 1, of: { owners: true } },
            { atLeast: 2, of: { groups: ['group:a/x'] } },
          ],
        },
      },
      {
        require: {
          any: [
            { atLeast: 2, of: { groups: ['group:a/x'] } },
            { atLeast: 1, of: { owners: true } },
          ],
        },
      },
    ],
    [
      'windows',
      { windows: [opening('a', [1, 2]), opening('b', [3])] },
      { windows: [opening('b', [3]), opening('a', [2, 1])] },
    ],
    [
      'freezes',
      {
        windows: [
          { ...opening('a', [1, 2]), kind: 'deny' },
          { ...opening('b', [3]), kind: 'deny' },
        ],
      },
      {
        windows: [
          { ...opening('b', [3]), kind: 'deny' },
          { ...opening('a', [2, 1]), kind: 'deny' },
        ],
      },
    ],
  ])('takes %s in another order for what they were', (_, held, now) => {
    expect(
      tightenedBy(examplePolicy(held), examplePolicy(now)),
    ).toBeUndefined();
  });

  it('says nothing of what it judges by already, in whatever order it is told', () => {
    fc.assert(
      fc.property(policyOf, policyOf, (held, now) => {
        const once = tightenedBy(held, now) ?? held;
        expect(tightenedBy(held, held)).toBeUndefined();
        expect(tightenedBy(once, now)).toBeUndefined();
        expect(tightenedBy(once, held)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('lets nothing pass that one of both would not let pass', () => {
    fc.assert(
      fc.property(policyOf, policyOf, (held, now) => {
        const once = tightenedBy(held, now) ?? held;
        expect(() => {
          expectStricter(once, held);
          expectStricter(once, now);
        }).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  const held = examplePolicy({ require: { atLeast: 2, of: { owners: true } } });

  it.each<[string, Partial<ApprovalPolicy>]>([
    ['another name', { name: 'of another name' }],
    ['other reminders', { remindAt: [90] }],
    ['fewer people', { require: { atLeast: 1, of: { owners: true } } }],
    ['the same rule, written otherwise', { require: { all: [held.require] } }],
    ['a comment that is not asked for', { comment: 'optional' }],
  ])('is silent about %s', (_, change) => {
    expect(tightenedBy(held, { ...held, ...change })).toBeUndefined();
  });

  it.each<[string, Partial<ApprovalPolicy>]>([
    ['more people', { require: { atLeast: 3, of: { owners: true } } }],
    ['other people', { require: { atLeast: 1, of: { groups: ['sre'] } } }],
    ['a comment', { comment: 'required' }],
    ['less time', { expiresAfterMs: 1 }],
    [
      'tags that cannot be moved',
      { subject: { complete: true, unpinned: 'refuse' } },
    ],
  ])('tells of %s', (_, change) => {
    expect(tightenedBy(held, { ...held, ...change })).toMatchObject({
      name: held.name,
    });
  });
});

/** The policy itself where the text is refused in the way that is promised. */
function tightenedOr(policy: ApprovalPolicy, text: string): ApprovalPolicy {
  try {
    return tightenPolicy(policy, text);
  } catch (error) {
    if ((error as Error).name === 'InputError') {
      return policy;
    }
    throw error;
  }
}

describe('tightenPolicy', () => {
  const wordOf = fc.oneof(
    fc.integer({ min: 1, max: 4 }).map(n => `atLeast=${n}`),
    fc.constantFrom(...groups).map(group => `group=${group}`),
    fc.constantFrom(
      'comment=required',
      'unpinned=refuse',
      'subject=complete',
      'separation=strict',
    ),
  );

  it('never loosens, whatever an entity writes', () => {
    fc.assert(
      fc.property(
        policyOf,
        fc.array(wordOf, { maxLength: 4 }),
        (policy, words) => {
          const tightened = tightenPolicy(policy, words.join(', '));
          expect(() => expectStricter(tightened, policy)).not.toThrow();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('either refuses or never loosens, for any text at all', () => {
    fc.assert(
      fc.property(policyOf, fc.string(), (policy, text) => {
        const tightened = tightenedOr(policy, text);
        expect(() => expectStricter(tightened, policy)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});

describe('readApprovalSettings', () => {
  const settings = (approvals: JsonObject | undefined, nodeEnv?: string) =>
    readApprovalSettings(
      new ConfigReader({ multicluster: approvals ? { approvals } : {} }),
      nodeEnv,
    );
  const lifted = { outsideProduction: { allowWithoutRules: true } };

  it('is off until a policy is written', () => {
    expect(settings(undefined).enabled).toBe(false);
    expect(settings({ policies: [{}] }).enabled).toBe(true);
    expect(settings({ enabled: false, policies: [{}] }).enabled).toBe(false);
    expect(settings({ enabled: true }).enabled).toBe(true);
  });

  it('knows the switch of the demo outside of production alone', () => {
    expect(settings(lifted, 'development').allowWithoutRules).toBe(true);
    expect(settings(lifted, undefined).allowWithoutRules).toBe(true);
    expect(settings(lifted, 'production').allowWithoutRules).toBe(false);
    expect(settings({}, 'development').allowWithoutRules).toBe(false);
  });

  it('reads who people are', () => {
    expect(
      settings({ people: [{ match: 'ann-*', user: 'Ann' }] }).people,
    ).toEqual([{ match: 'ann-*', user: 'user:default/ann' }]);
  });
});
