import { decisionBefore } from './decisionBefore';

const sealed = (seq: number, payload?: { decision: string }) => ({
  seq,
  action: 'request.sealed',
  payload,
});

describe('decisionBefore', () => {
  it.each([
    [
      'nothing was decided yet',
      [sealed(4, { decision: 'approve' })],
      undefined,
    ],
    ['it is the only one', [sealed(1, { decision: 'reject' })], 'reject'],
    [
      'it is the last of several before it',
      [
        sealed(1, { decision: 'approve' }),
        sealed(2, { decision: 'reject' }),
        sealed(4, { decision: 'approve' }),
      ],
      'reject',
    ],
    [
      'the last one is erased, whatever was decided before',
      [sealed(1, { decision: 'approve' }), sealed(2)],
      undefined,
    ],
    [
      'it is none that this version knows',
      [sealed(1, { decision: 'moon' })],
      undefined,
    ],
  ])('takes what was decided before an entry: %s', (_, trail, decision) => {
    expect(decisionBefore(trail, 3)).toBe(decision);
  });
});
