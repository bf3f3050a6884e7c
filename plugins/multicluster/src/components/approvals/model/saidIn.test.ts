import { saidIn } from './saidIn';

describe('saidIn', () => {
  it.each([
    ['an erased payload', undefined, undefined],
    ['nothing said', { from: 'pending', comment: '' }, undefined],
    ['a comment', { comment: 'looks right' }, 'looks right'],
    [
      'a reason with a ticket',
      { ticket: 'INC-1', reason: 'the shop is down' },
      'the shop is down · INC-1',
    ],
    ['what is no text', { reason: { a: 1 } }, undefined],
  ])('of %s', (_, payload, said) => {
    expect(saidIn(payload)).toBe(said);
  });
});
