import { buildTarget } from '../../../__testUtils__/buildTarget';
import { buildWorkload } from '../../../__testUtils__/buildWorkload';
import { treeFilter } from './treeFilter';

const healthy = buildTarget('member-eu-1', {
  region: 'eu-west',
  environment: 'production',
});
const lost = buildTarget('member-us-1', {
  region: 'us-east',
  freshness: { state: 'last-known' },
});
const bad = buildTarget('edge-7', { axes: { health: 'unhealthy' } });
const workload = buildWorkload('checkout', [healthy, lost, bad]);

describe('treeFilter', () => {
  it.each([
    ['', 'hlb'],
    ['member', 'hl'],
    ['CHECKOUT', 'hlb'],
    ['member us', 'l'],
    ['region:eu', 'h'],
    ['region:eu*', 'h'],
    ['region:*west', 'h'],
    ['region:*e*t', 'hl'],
    ['region:west', ''],
    ['cluster:edge-*', 'b'],
    ['status:unhealthy', 'b'],
    ['status:last-known', 'l'],
    ['version:v1.8', 'hlb'],
    ['version:v1.9', ''],
    ['kind:deployment environment:prod', 'h'],
    ['nonsense:x', ''],
  ])('with %j keeps %j', (text, kept) => {
    const matches = treeFilter(text, { wrongOnly: false });
    const names = [
      ['h', healthy],
      ['l', lost],
      ['b', bad],
    ] as const;
    expect(
      names
        .filter(([, target]) => matches(workload, target))
        .map(([name]) => name)
        .join(''),
    ).toBe(kept);
  });

  it('keeps what is lost and what runs nowhere among what is wrong', () => {
    const matches = treeFilter('', { wrongOnly: true });
    expect(matches(workload, healthy)).toBe(false);
    expect(matches(workload, lost)).toBe(true);
    expect(matches(workload, bad)).toBe(true);
    expect(matches(workload, undefined)).toBe(true);
  });

  it('is not stalled by many stars', () => {
    const matches = treeFilter(`cluster:${'*a'.repeat(40)}*b`, {
      wrongOnly: false,
    });
    const target = buildTarget('a'.repeat(5_000));
    expect(matches(workload, target)).toBe(false);
  });
});
