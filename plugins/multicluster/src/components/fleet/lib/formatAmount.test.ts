import { formatAmount } from './formatAmount';

describe('formatAmount', () => {
  it.each([
    ['cpu', 3200, '3.2'],
    ['cpu', 250, '0.3'],
    ['cpu', 64_000, '64'],
    ['memory', 0, '0 B'],
    ['memory', 1536 * 1024 * 1024, '1.5 GiB'],
    ['memory', 512 * 1024 ** 3, '512 GiB'],
    ['memory', 2 * 1024 ** 4, '2 TiB'],
    ['pods', 1100, '1,100'],
  ] as const)('writes %s %d as %s', (kind, amount, expected) => {
    expect(formatAmount(kind, amount, 'en')).toBe(expected);
  });
});
