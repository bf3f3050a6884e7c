import { untilSeen } from './untilSeen';

describe('untilSeen', () => {
  it('looks until it is there', async () => {
    const isThere = jest
      .fn<Promise<boolean>, []>()
      .mockResolvedValueOnce(false)
      .mockResolvedValue(true);
    expect(await untilSeen(isThere, { everyMs: 1, withinMs: 5_000 })).toBe(
      true,
    );
    expect(isThere).toHaveBeenCalledTimes(2);
  });

  it('gives up when the time is over', async () => {
    expect(
      await untilSeen(async () => false, { everyMs: 5, withinMs: 20 }),
    ).toBe(false);
  });
});
