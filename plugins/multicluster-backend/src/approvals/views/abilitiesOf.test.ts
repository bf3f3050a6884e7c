import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { draftOf } from '../__testUtils__/draftOf';
import { RequestRecord } from '../model/RequestRecord';
import { abilitiesOf } from './abilitiesOf';

const all = { vote: true, breakGlass: true, resolve: true };

function abilities(
  request: Partial<RequestRecord>,
  groups: string[],
  platform?: ApprovalCode,
) {
  const record = {
    ...draftOf('abilities'),
    id: 'r1',
    generation: 1,
    version: 1,
    state: 'pending',
    createdAt: 0,
    updatedAt: 0,
    ...request,
  } as RequestRecord;
  const ref = 'user:default/ann';
  return abilitiesOf(
    { request: record, votes: [], steps: [] },
    { ...record, owners: ['group:default/shop'] },
    {
      by: { userEntityRef: ref },
      person: { ref, exists: true, groups },
      nativeIds: () => [],
      guestCounts: false,
      unreadable: new Set(),
      ...(platform && { platform }),
    },
    { granted: all, now: 0 },
  );
}

describe('abilitiesOf', () => {
  const halted = {
    state: 'halted' as const,
    halted: {
      sentence: { code: 'x', params: {}, text: 'x' },
      owners: ['group:default/sre'],
      may: ['continue' as const],
    },
  };

  it.each([
    ['whoever it is named for', ['group:default/sre'], { allowed: true }],
    ['an owner', ['group:default/shop'], { allowed: true }],
    ['anybody else', [], { allowed: false, code: 'NOT_ELIGIBLE' }],
  ])(
    'offers to say how a halted one goes on to %s as the act would',
    (_, groups, expected) => {
      expect(abilities(halted, groups).resolve).toMatchObject(expected);
    },
  );

  it.each<[ApprovalCode, boolean]>([
    ['MATCH_NOT_CONFIRMED', false],
    ['POLICY_INVALID', false],
    ['SUBJECT_UNPINNED', true],
    ['AUTHOR_UNKNOWN', true],
  ])(
    'offers to decide past the rules of one that nobody may vote on for %s: %s',
    (refusal, allowed) => {
      expect(abilities({ refusal }, []).breakGlass).toMatchObject(
        allowed ? { allowed } : { allowed, code: refusal },
      );
    },
  );

  it.each<[ApprovalCode, Partial<RequestRecord>]>([
    ['NO_IDENTITY_IN_TOOL', { identityMode: 'impersonated' }],
    ['TOOL_CANNOT_BE_MET', { detail: { tool: 'Tool', toolNeeds: 2 } }],
  ])('offers none that its tool would not take: %s', (code, request) => {
    expect(abilities(request, []).breakGlass).toMatchObject({
      allowed: false,
      code,
    });
  });

  it('offers no decision past the rules where the portal itself is not made for any', () => {
    expect(abilities({}, [], 'DATABASE_NOT_DURABLE').breakGlass).toMatchObject({
      allowed: false,
      code: 'DATABASE_NOT_DURABLE',
    });
  });

  describe('to look at what was decided past the rules', () => {
    const decided = (by: string, reviewedBy?: string) => ({
      state: 'applied' as const,
      closedAt: 1,
      breakGlass: {
        by,
        reason: 'the shop is down',
        reviewBy: 10,
        ...(reviewedBy && { reviewedBy }),
      },
    });
    const bob = 'user:default/bob';

    it.each<[string, Partial<RequestRecord>, string[], object]>([
      ['an owner', decided(bob), ['group:default/shop'], { allowed: true }],
      [
        'who broke the glass',
        decided('user:default/ann'),
        ['group:default/shop'],
        { allowed: false, code: 'IS_REQUESTER' },
      ],
      [
        'whose business it is not',
        decided(bob),
        [],
        { allowed: false, code: 'NOT_ELIGIBLE' },
      ],
      [
        'anybody once somebody did',
        decided(bob, 'user:default/eve'),
        ['group:default/shop'],
        { allowed: false, code: 'FINAL' },
      ],
      [
        'anybody where nobody broke it',
        {},
        ['group:default/shop'],
        { allowed: false, code: 'FINAL' },
      ],
      [
        'an owner while it is halted, as before and after',
        { ...decided(bob), ...halted },
        ['group:default/shop'],
        { allowed: true },
      ],
    ])(
      'is offered by the rules of a review to %s',
      (_, request, groups, expected) => {
        expect(abilities(request, groups).review).toMatchObject(expected);
      },
    );

    it('is offered to nobody while the permission framework is off', () => {
      expect(
        abilities(decided(bob), ['group:default/shop'], 'PERMISSIONS_DISABLED')
          .review,
      ).toMatchObject({ allowed: false, code: 'PERMISSIONS_DISABLED' });
    });
  });
});
