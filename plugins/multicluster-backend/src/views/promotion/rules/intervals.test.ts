import fc from 'fast-check';
import { Interval, lengthOf, union, within, without } from './intervals';

const intervals = fc.array(
  fc.tuple(fc.nat(60), fc.nat(60)) as fc.Arbitrary<Interval>,
  { maxLength: 8 },
);
const covers = (list: Interval[], at: number) =>
  list.some(([from, to]) => from <= at && at < to);
const moments = Array.from({ length: 61 }, (_, at) => at);

describe('intervals', () => {
  it('cover, cut and leave out every moment that they should', () => {
    fc.assert(
      fc.property(intervals, intervals, fc.nat(60), (a, b, end) => {
        for (const at of moments) {
          expect(covers(union(a), at)).toBe(covers(a, at));
          expect(covers(without(a, b), at)).toBe(
            covers(a, at) && !covers(b, at),
          );
          expect(covers(within(a, [10, end]), at)).toBe(
            covers(a, at) && at >= 10 && at < end,
          );
        }
        expect(lengthOf(a)).toBe(moments.filter(at => covers(a, at)).length);
      }),
    );
  });
});
