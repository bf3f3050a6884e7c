import { formatAge } from './formatAge';

describe('formatAge', () => {
  it.each([
    [-5_000, '0 seconds'],
    [0, '0 seconds'],
    [59_999, '59 seconds'],
    [60_000, '1 minutes'],
    [3_599_000, '59 minutes'],
    [3_600_000, '1 hours'],
    [47 * 3_600_000, '47 hours'],
    [48 * 3_600_000, '2 days'],
    [400 * 24 * 3_600_000, '400 days'],
  ])('says %s ms as %s', (milliseconds, said) => {
    const { unit, n } = formatAge(milliseconds);
    expect(`${n} ${unit}`).toBe(said);
  });
});
