import { splitNames } from './splitNames';

describe('splitNames', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['bob', ['bob']],
    ['alice,bob,carol', ['alice', 'bob', 'carol']],
    ['carol, alice', ['carol', 'alice']],
    ['alice,,alice, ', ['alice']],
  ])('%p are %p', (joined, names) => {
    expect(splitNames(joined)).toEqual(names);
  });
});
