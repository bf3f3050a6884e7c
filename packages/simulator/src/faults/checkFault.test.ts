import { checkFault } from './checkFault';

describe('checkFault', () => {
  it.each([
    ['no action', {}, 'action.type must be one of'],
    ['an unknown action', { action: { type: 'explode' } }, 'action.type'],
    [
      'an unknown condition',
      { kind: 'Pod', action: { type: 'hang' } },
      'a fault has no kind',
    ],
  ])('refuses %s', (_, sent, message) => {
    expect(() => checkFault(sent)).toThrow(message);
  });

  it('takes a fault as it is', () => {
    const fault = { verb: 'list', action: { type: 'hang' } };

    expect(checkFault(fault)).toBe(fault);
  });
});
