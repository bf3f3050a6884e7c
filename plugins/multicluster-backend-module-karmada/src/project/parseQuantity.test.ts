import { parseQuantity } from './parseQuantity';

describe('parseQuantity', () => {
  it.each([
    ['100m', 0.1],
    ['2', 2],
    [2, 2],
    ['1.5', 1.5],
    ['4Gi', 4 * 2 ** 30],
    ['128Mi', 128 * 2 ** 20],
    ['1k', 1000],
    ['1e3', 1000],
    ['9223372036854775807', 9223372036854775807],
    ['', undefined],
    ['4 Gi', undefined],
    ['Gi', undefined],
    [null, undefined],
    [Number.NaN, undefined],
  ])('reads %p as %p', (value, expected) => {
    expect(parseQuantity(value)).toEqual(expected);
  });
});
