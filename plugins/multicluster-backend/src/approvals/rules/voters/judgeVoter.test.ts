import { Requester } from '@fairway/backstage-plugin-multicluster-common';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { voterFacts } from '../__testUtils__/voterFacts';
import { JudgedVoter, judgeVoter } from './judgeVoter';

const ann = 'user:default/ann';
const facts = voterFacts({
  groups: {
    [ann]: ['group:default/shop', 'group:default/sre'],
    'user:default/bob': ['group:default/other'],
  },
  owners: ['group:default/shop'],
});
const voter = (more: Partial<JudgedVoter> = {}): JudgedVoter => ({
  userEntityRef: ann,
  exists: true,
  nativeIds: ['ann-at-tool'],
  facts,
  ...more,
});
const by = (
  nativeId: string,
  role: Requester['role'],
  entityRef?: string,
): Requester => ({
  nativeId,
  role,
  kind: 'user',
  ...(entityRef && { entityRef }),
});
const request = (more: object = {}) => ({
  policy: examplePolicy({
    require: {
      all: [
        { atLeast: 1, of: { owners: true } },
        { atLeast: 1, of: { groups: ['group:default/sre'] } },
      ],
    },
  }),
  requesters: [by('olivia', 'trigger', 'user:default/olivia')],
  identityMode: 'pull' as const,
  detail: {},
  ...more,
});

describe('judgeVoter', () => {
  it('takes no rejection that the tool would not take', () => {
    const gate = request({ detail: { toolRejects: false } });
    expect(judgeVoter(gate, voter(), 'reject')).toEqual({
      allowed: false,
      code: 'DECIDED_IN_TOOL',
    });
    expect(judgeVoter(gate, voter(), 'approve').allowed).toBe(true);
  });

  it('lets an eligible person vote, and names the groups for which it counts', () => {
    expect(judgeVoter(request(), voter(), 'approve')).toEqual({
      allowed: true,
      groups: ['group:default/shop', 'group:default/sre'],
    });
  });

  it.each`
    code                     | request                                                                     | voter
    ${'NOT_A_USER'}          | ${{}}                                                                       | ${{ userEntityRef: undefined }}
    ${'NOT_A_USER'}          | ${{}}                                                                       | ${{ userEntityRef: 'group:default/shop' }}
    ${'NOT_A_USER'}          | ${{}}                                                                       | ${{ userEntityRef: 'not a ref' }}
    ${'ACTING_FOR_SOMEBODY'} | ${{}}                                                                       | ${{ actsFor: 'agent' }}
    ${'GUEST'}               | ${{}}                                                                       | ${{ userEntityRef: 'user:default/guest' }}
    ${'GUEST'}               | ${{}}                                                                       | ${{ userEntityRef: 'user:development/guest' }}
    ${'MATCH_NOT_CONFIRMED'} | ${{ refusal: 'MATCH_NOT_CONFIRMED' }}                                       | ${{}}
    ${'NOT_IN_CATALOG'}      | ${{}}                                                                       | ${{ exists: false }}
    ${'IS_REQUESTER'}        | ${{ requesters: [by('x', 'trigger', ann)] }}                                | ${{}}
    ${'IS_REQUESTER'}        | ${{ requesters: [by('Ann-At-Tool', 'trigger')] }}                           | ${{}}
    ${'IS_AUTHOR'}           | ${{ requesters: [by('x', 'author', 'User:default/Ann')] }}                  | ${{}}
    ${'AUTHOR_UNKNOWN'}      | ${{ requesters: [by('nobody', 'author')] }}                                 | ${{}}
    ${'AUTHOR_UNKNOWN'}      | ${{ requesters: [by('ann-second-account', 'trigger')] }}                    | ${{}}
    ${'NOT_ELIGIBLE'}        | ${{}}                                                                       | ${{ userEntityRef: 'user:default/bob' }}
    ${'NO_IDENTITY_IN_TOOL'} | ${{ identityMode: 'impersonated' }}                                         | ${{ nativeIds: [] }}
    ${'NOT_LISTED_IN_TOOL'}  | ${{ identityMode: 'impersonated', detail: { toolApprovers: ['someone'] } }} | ${{}}
  `('refuses with $code', ({ code, request: about, voter: who }) => {
    expect(judgeVoter(request(about), voter(who), 'approve')).toEqual({
      allowed: false,
      code,
    });
  });

  it('tells what a person can do least about first, in a fixed order', () => {
    const about = request({
      refusal: 'POLICY_INVALID',
      identityMode: 'impersonated',
      requesters: [by('x', 'trigger', 'user:default/guest')],
    });
    const guest = voter({
      userEntityRef: 'user:default/guest',
      actsFor: 'agent',
      exists: false,
      nativeIds: [],
    });
    const codeOf = (who: JudgedVoter, of = about) => {
      const verdict = judgeVoter(of, who, 'approve');
      return verdict.allowed ? undefined : verdict.code;
    };
    const open = { ...about, refusal: undefined };
    const known = { ...guest, actsFor: undefined, guestCounts: true };
    expect([
      codeOf(guest),
      codeOf({ ...guest, actsFor: undefined }),
      codeOf(known),
      codeOf(known, open),
      codeOf({ ...known, exists: true }, open),
      codeOf({ ...known, exists: true }, { ...open, requesters: [] }),
    ]).toEqual([
      'ACTING_FOR_SOMEBODY',
      'GUEST',
      'POLICY_INVALID',
      'NOT_IN_CATALOG',
      'IS_REQUESTER',
      'NOT_ELIGIBLE',
    ]);
  });

  it('asks no tool for its list where a refusal is given', () => {
    const about = request({
      identityMode: 'impersonated',
      detail: { toolApprovers: ['someone'] },
    });
    expect(judgeVoter(about, voter(), 'reject').allowed).toBe(true);
  });

  it('asks nobody for a name at a tool where a control plane is asked in the name of the last alone', () => {
    const lane = request({
      identityMode: 'impersonated',
      detail: { waves: [['member1']] },
    });
    const unnamed = voter({ nativeIds: [] });
    expect(judgeVoter(lane, unnamed, 'approve').allowed).toBe(true);
  });

  it('lets duties be joined where the policy says so', () => {
    const joined = request({
      policy: examplePolicy({
        require: { atLeast: 1, of: { owners: true } },
        separation: {
          requester: false,
          author: false,
          unmappedAuthor: 'allow',
        },
      }),
      requesters: [by('x', 'trigger', ann), by('nobody', 'author')],
    });
    expect(judgeVoter(joined, voter(), 'approve').allowed).toBe(true);
  });

  it('lets an author whom nobody knows pass where the policy says so, and still none whom it knows', () => {
    const lenient = examplePolicy({
      require: { atLeast: 1, of: { owners: true } },
      separation: { requester: true, author: true, unmappedAuthor: 'allow' },
    });
    const about = (requesters: Requester[]) =>
      request({ policy: lenient, requesters });
    expect(
      judgeVoter(about([by('nobody', 'author')]), voter(), 'approve').allowed,
    ).toBe(true);
    expect(
      judgeVoter(about([by('x', 'co-author', ann)]), voter(), 'approve'),
    ).toEqual({ allowed: false, code: 'IS_AUTHOR' });
  });
});

describe('X13: one person behind two names', () => {
  it.each`
    nativeId                                        | role           | code              | link
    ${'Ann Smith <ann@example.com>'}                | ${'co-author'} | ${'IS_AUTHOR'}    | ${'a trailer with the address of the profile'}
    ${'ANN@example.com'}                            | ${'author'}    | ${'IS_AUTHOR'}    | ${'the address in another case'}
    ${'12345+ann-at-tool@users.noreply.github.com'} | ${'author'}    | ${'IS_AUTHOR'}    | ${'the address that a forge made up'}
    ${'ann-at-tool'}                                | ${'trigger'}   | ${'IS_REQUESTER'} | ${'the name in the tool'}
  `('recognises $link', ({ nativeId, role, code }) => {
    expect(
      judgeVoter(
        request({ requesters: [by(nativeId, role)] }),
        voter({ email: 'ann@example.com' }),
        'approve',
      ),
    ).toEqual({ allowed: false, code });
  });

  it('blocks everybody while it is not known who wrote the change, so that a second account does not help', () => {
    expect(
      judgeVoter(
        request({ requesters: [by('ann.private@example.org', 'author')] }),
        voter({ email: 'ann@example.com' }),
        'approve',
      ),
    ).toEqual({ allowed: false, code: 'AUTHOR_UNKNOWN' });
  });
});
