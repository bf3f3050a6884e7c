import { strategicMerge } from './strategicMerge';

const container = (name: string, image: string) => ({ name, image });

describe('strategicMerge', () => {
  it.each([
    [
      'merges maps and removes by null',
      { a: 1, b: { c: 2, d: 3 } },
      { b: { c: null }, e: 4 },
      { a: 1, b: { d: 3 }, e: 4 },
    ],
    [
      'merges containers by name',
      { containers: [container('a', '1'), container('b', '1')] },
      { containers: [{ name: 'b', image: '2' }] },
      { containers: [container('a', '1'), container('b', '2')] },
    ],
    [
      'adds a container it does not find',
      { containers: [container('a', '1')] },
      { containers: [container('b', '1')] },
      { containers: [container('a', '1'), container('b', '1')] },
    ],
    [
      'deletes a container on demand',
      { containers: [container('a', '1'), container('b', '1')] },
      { containers: [{ $patch: 'delete', name: 'a' }] },
      { containers: [container('b', '1')] },
    ],
    [
      'replaces a list without keys',
      { args: ['a', 'b'] },
      { args: ['c'] },
      { args: ['c'] },
    ],
    [
      'ignores the order of elements',
      { containers: [container('a', '1')] },
      {
        '$setElementOrder/containers': [{ name: 'a' }],
        containers: [container('a', '2')],
      },
      { containers: [container('a', '2')] },
    ],
    [
      'keeps only the keys it is told to retain',
      { strategy: { type: 'RollingUpdate', rollingUpdate: {} } },
      { strategy: { $retainKeys: ['type'], type: 'Recreate' } },
      { strategy: { type: 'Recreate' } },
    ],
    [
      'takes values out of a plain list',
      { finalizers: ['a', 'b'] },
      { '$deleteFromPrimitiveList/finalizers': ['a'] },
      { finalizers: ['b'] },
    ],
  ])('%s', (_, target, patch, expected) => {
    expect(strategicMerge(target, patch)).toEqual(expected);
  });
});
