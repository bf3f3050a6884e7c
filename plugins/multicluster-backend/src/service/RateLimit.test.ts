import { RateLimit } from './RateLimit';

describe('RateLimit', () => {
  it('lets a burst through, and then so many a second, and saves up no more than the burst', () => {
    let at = 0;
    const limit = RateLimit.create({ burst: 3, perSecond: 2, now: () => at });
    const passed = (tries: number) =>
      Array.from({ length: tries }, () => limit.take()).filter(Boolean).length;
    expect(passed(5)).toBe(3);
    at += 400;
    expect(passed(5)).toBe(0);
    at += 100;
    expect(passed(5)).toBe(1);
    at += 60_000;
    expect(passed(5)).toBe(3);
  });
});
