import { durationParts } from './durationParts';

describe('durationParts', () => {
  it.each([
    [-5_000, { unit: 'under' }],
    [999, { unit: 'under' }],
    [59_999, { unit: 'seconds', s: '59' }],
    [60_000, { unit: 'minutes', m: '1', s: '0' }],
    [3_599_000, { unit: 'minutes', m: '59', s: '59' }],
    [3_600_000, { unit: 'hours', h: '1', m: '0' }],
    [11_400_000, { unit: 'hours', h: '3', m: '10' }],
    [90_000_000, { unit: 'days', d: '1', h: '1' }],
  ])('takes %d ms apart', (milliseconds, parts) => {
    expect(durationParts(milliseconds)).toEqual(parts);
  });
});
