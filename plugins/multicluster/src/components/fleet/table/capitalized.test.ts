import { capitalized } from './capitalized';

describe('capitalized', () => {
  it.each([
    ['held: two wait', [], 'Held: two wait'],
    ['member2 refuses it', ['member2'], 'member2 refuses it'],
    ['refused by member2', ['member2', 3, undefined], 'Refused by member2'],
    ['', [''], ''],
  ])('writes %j, with the names %j, as %j', (text, names, expected) => {
    expect(capitalized(text, names)).toBe(expected);
  });
});
