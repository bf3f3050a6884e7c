import { voteInTrail } from './voteInTrail';

describe('voteInTrail', () => {
  it.each([
    ['vote.counted', { vote: 'approve' }, 'counted.approve'],
    ['vote.counted', { vote: 'reject' }, 'counted.reject'],
    ['vote.late', { vote: 'reject' }, 'late.reject'],
    ['vote.counted', undefined, undefined],
    ['vote.counted', { vote: 'abstain' }, undefined],
    ['request.sealed', { vote: 'approve' }, undefined],
  ])('of %s with %j is %s', (action, payload, said) => {
    expect(voteInTrail({ action, payload })).toBe(said);
  });
});
