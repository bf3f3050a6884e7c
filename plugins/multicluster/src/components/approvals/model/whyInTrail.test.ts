import { approvalCodes } from '@fairway/backstage-plugin-multicluster-common';
import { whyInTrail } from './whyInTrail';

describe('whyInTrail', () => {
  it.each([
    ['an erased payload', undefined, undefined],
    ['a comment alone', { comment: 'IS_AUTHOR' }, undefined],
    ['a vote that was refused', { code: 'IS_AUTHOR' }, { known: 'IS_AUTHOR' }],
    [
      'a vote that counts no more',
      { votes: ['v1'], why: 'policy-changed' },
      { known: 'policy-changed' },
    ],
    ['a code of a newer portal', { code: 'NEW_ONE' }, { text: 'NEW_ONE' }],
    ['what is no text', { code: { a: 1 } }, undefined],
  ])('of %s', (_, payload, why) => {
    expect(whyInTrail(payload)).toEqual(why);
  });

  it('knows every code of a refusal', () => {
    expect(approvalCodes.map(code => whyInTrail({ code }))).toEqual(
      approvalCodes.map(known => ({ known })),
    );
  });
});
