import { stageMove } from './stageMove';

const stages = ['a', 'b', 'c'].map(id => ({ id }));

describe('stageMove', () => {
  it.each([
    ['a', 'ArrowDown', 'b'],
    ['c', 'ArrowDown', undefined],
    ['b', 'ArrowUp', 'a'],
    ['a', 'ArrowUp', undefined],
    ['b', 'Home', 'a'],
    ['b', 'End', 'c'],
    ['b', 'Enter', undefined],
  ])('from %s with %s leads to %s', (from, key, to) => {
    expect(stageMove(stages, from, key)).toBe(to);
  });
});
