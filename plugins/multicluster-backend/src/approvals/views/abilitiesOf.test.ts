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
});
