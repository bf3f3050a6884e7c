import { examplePolicy } from '../__testUtils__/examplePolicy';
import { breakGlassRefusal } from './breakGlassRefusal';
import { commentRefusal } from './commentRefusal';
import { mapPeople } from './mapPeople';
import { platformRefusal } from './platformRefusal';

describe('platformRefusal', () => {
  const fine = {
    policyValid: true,
    permissionsEnabled: true,
    databaseDurable: true,
    allowWithoutRules: false,
  };

  it.each`
    facts                                                                             | code
    ${{}}                                                                             | ${undefined}
    ${{ permissionsEnabled: false, databaseDurable: false, policyValid: false }}      | ${'POLICY_INVALID'}
    ${{ permissionsEnabled: false, databaseDurable: false }}                          | ${'PERMISSIONS_DISABLED'}
    ${{ databaseDurable: false }}                                                     | ${'DATABASE_NOT_DURABLE'}
    ${{ permissionsEnabled: false, databaseDurable: false, allowWithoutRules: true }} | ${undefined}
    ${{ policyValid: false, allowWithoutRules: true }}                                | ${'POLICY_INVALID'}
  `('says $code of $facts', ({ facts, code }) => {
    expect(platformRefusal({ ...fine, ...facts })).toBe(code);
  });
});

describe('commentRefusal', () => {
  it.each`
    asked          | decision     | comment         | code
    ${'optional'}  | ${'approve'} | ${undefined}    | ${undefined}
    ${'required'}  | ${'approve'} | ${' '}          | ${'COMMENT_REQUIRED'}
    ${'required'}  | ${'approve'} | ${'looks good'} | ${undefined}
    ${'on-reject'} | ${'approve'} | ${undefined}    | ${undefined}
    ${'on-reject'} | ${'reject'}  | ${undefined}    | ${'COMMENT_REQUIRED'}
  `('$asked, $decision: $code', ({ asked, decision, comment, code }) => {
    expect(
      commentRefusal(examplePolicy({ comment: asked }), decision, comment),
    ).toBe(code);
  });
});

describe('breakGlassRefusal', () => {
  const policy = examplePolicy({
    breakGlass: { ticket: 'INC-\\d+', reviewWithinMs: 1 },
  });
  const reason = 'checkout is down for everybody';

  it.each`
    given                                           | code
    ${{ reason, ticket: 'INC-12' }}                 | ${undefined}
    ${{ reason: 'short', ticket: 'INC-12' }}        | ${'REASON_REQUIRED'}
    ${{ reason: `a${' '.repeat(40)}` }}             | ${'REASON_REQUIRED'}
    ${{ reason }}                                   | ${'TICKET_REQUIRED'}
    ${{ reason, ticket: 'see INC-12' }}             | ${'TICKET_REQUIRED'}
    ${{ reason, ticket: `INC-${'1'.repeat(200)}` }} | ${'TICKET_REQUIRED'}
  `('$code', ({ given, code }) => {
    expect(breakGlassRefusal(policy, given)).toBe(code);
  });

  it('is not offered where the policy does not name it', () => {
    expect(breakGlassRefusal(examplePolicy(), { reason })).toBe(
      'NOT_PERMITTED',
    );
  });
});

describe('mapPeople', () => {
  const personOf = mapPeople(
    [
      { match: 'ann-*', user: 'user:default/Ann' },
      { match: '*@contractors.example', user: 'user:default/contractors' },
    ],
    [
      { ref: 'user:default/bob', email: 'Bob@example.com' },
      { ref: 'user:default/eve', email: 'shared@example.com' },
      { ref: 'user:default/mallory', email: 'shared@example.com' },
    ],
  );

  it.each`
    nativeId                         | user
    ${'ANN-at-tool'}                 | ${'user:default/ann'}
    ${'Bob B <bob@example.com>'}     | ${'user:default/bob'}
    ${'Who <x@contractors.example>'} | ${'user:default/contractors'}
    ${'shared@example.com'}          | ${undefined}
    ${'nobody'}                      | ${undefined}
    ${''}                            | ${undefined}
  `('$nativeId is $user', ({ nativeId, user }) => {
    expect(personOf(nativeId)).toBe(user);
  });
});
