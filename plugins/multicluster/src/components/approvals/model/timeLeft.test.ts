import { timeLeft } from './timeLeft';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('timeLeft', () => {
  it.each([
    ['a moment', 1, { n: 1, unit: 'minute' }],
    ['well over a minute', 1.6 * MINUTE, { n: 2, unit: 'minute' }],
    ['just over a minute', 1.4 * MINUTE, { n: 1, unit: 'minute' }],
    ['nearly an hour', HOUR - 1, { n: 60, unit: 'minute' }],
    [
      'some minutes short of two hours',
      119 * MINUTE,
      { n: 119, unit: 'minute' },
    ],
    ['nearly two hours', 2 * HOUR - 1, { n: 2, unit: 'hour' }],
    ['nearly eight hours', 8 * HOUR - 2 * MINUTE, { n: 8, unit: 'hour' }],
    ['less than seven and a half hours', 7.4 * HOUR, { n: 7, unit: 'hour' }],
    ['an hour short of two days', 47 * HOUR, { n: 47, unit: 'hour' }],
    ['nearly two days', 48 * HOUR - 1, { n: 2, unit: 'day' }],
    ['two days', 48 * HOUR, { n: 2, unit: 'day' }],
    ['more than two and a half days', 61 * HOUR, { n: 3, unit: 'day' }],
    ['nothing', 0, undefined],
    ['no time', NaN, undefined],
  ])('says %s as people would', (_, ms, left) => {
    expect(timeLeft(ms)).toEqual(left);
  });
});
