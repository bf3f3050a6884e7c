import { timeLeft } from './timeLeft';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('timeLeft', () => {
  it.each([
    ['half a minute', MINUTE / 2, { n: 0, unit: 'minute' }],
    ['nearly two hours', 2 * HOUR - 1, { n: 119, unit: 'minute' }],
    ['nearly eight hours', 8 * HOUR - 1, { n: 7, unit: 'hour' }],
    ['two days', 48 * HOUR, { n: 2, unit: 'day' }],
    ['nothing', 0, undefined],
    ['no time', NaN, undefined],
  ])('says %s as people would', (_, ms, left) => {
    expect(timeLeft(ms)).toEqual(left);
  });
});
