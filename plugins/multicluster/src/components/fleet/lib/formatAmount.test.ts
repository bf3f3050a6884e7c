import { formatAmount, formatShare } from './formatAmount';

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

describe('formatShare', () => {
  const GiB = 1024 ** 3;

  it.each([
    ['memory', 16 * GiB, 256 * GiB, '16', '256 GiB'],
    ['memory', 512 * GiB, 2048 * GiB, '0.5', '2 TiB'],
    ['memory', 0, 0, '0', '0 B'],
    ['cpu', 5_100, 64_000, '5.1', '64'],
    ['pods', 44, 1_100, '44', '1,100'],
  ] as const)(
    'writes %s %d of %d as %s of %s',
    (kind, allocated, allocatable, first, second) => {
      expect(formatShare(kind, { allocated, allocatable }, 'en')).toEqual({
        allocated: first,
        allocatable: second,
      });
    },
  );
});
