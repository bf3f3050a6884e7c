import { selectorText } from './selectorText';

describe('selectorText', () => {
  it.each([
    [{ matchLabels: { app: 'web', tier: 'x' } }, 'app=web,tier=x'],
    [
      {
        matchLabels: { app: 'web' },
        matchExpressions: [
          { key: 'a', operator: 'In', values: ['1', '2'] },
          { key: 'b', operator: 'NotIn', values: ['3'] },
          { key: 'c', operator: 'Exists' },
          { key: 'd', operator: 'DoesNotExist' },
        ],
      },
      'app=web,a in (1,2),b notin (3),c,!d',
    ],
    [{ matchExpressions: [{ key: 'a', operator: 'Like' }] }, undefined],
    [{}, undefined],
    [null, undefined],
  ])('writes %j as %s', (selector, text) => {
    expect(selectorText(selector)).toBe(text);
  });
});
