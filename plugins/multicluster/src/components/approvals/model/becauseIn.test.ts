import { becauseIn } from './becauseIn';

describe('becauseIn', () => {
  const because = { code: 'approval.waiting.gates', params: {}, text: 'Waits' };

  it.each([
    ['the sentence that says why', { because }, because],
    ['nothing of an erased payload', undefined, undefined],
    ['nothing where nothing is said', { reason: 'so' }, undefined],
    ['nothing of another shape', { because: 'a freeze' }, undefined],
    ['nothing of half a sentence', { because: { code: 'x' } }, undefined],
  ])('is %s', (_, payload, expected) => {
    expect(becauseIn(payload)).toEqual(expected);
  });
});
