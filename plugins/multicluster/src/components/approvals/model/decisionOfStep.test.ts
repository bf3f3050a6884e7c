import { decisionOfStep } from './decisionOfStep';

const key = 'voter/user:default/ann';

describe('decisionOfStep', () => {
  it.each([
    ['Approval of user:default/ann', 'approve'],
    ['Rejection by user:default/ann', 'reject'],
    ['Approval of user:default/olivia', undefined],
    ['Something newer', undefined],
  ])('reads by its title which way a step votes: %s', (title, decision) => {
    expect(decisionOfStep({ key, title })).toBe(decision);
  });
});
