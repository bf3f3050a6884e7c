import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { LiveSnapshot } from '../../store';
import { FreshnessDot, FreshnessDotProps } from './FreshnessDot';

const coverage = (
  seen: number,
  stale: number,
  total: number | null = seen,
) => ({
  coverage: { seen, stale, total, problems: [] },
});
const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

describe('FreshnessDot', () => {
  it.each<
    [string, LiveSnapshot<FreshnessDotProps['view']['data'] & {}>, RegExp]
  >([
    ['nothing yet', { status: 'loading' }, /^reading…$/],
    [
      'all live',
      { status: 'fresh', data: coverage(3, 0), checkedAt: Date.now() },
      /^live · \d s ago$/,
    ],
    [
      'some lost',
      { status: 'fresh', data: coverage(3, 1) },
      /^partly last known$/,
    ],
    [
      'all lost',
      { status: 'fresh', data: coverage(3, 3), observedAt: minutesAgo(11) },
      /^last known · 11 min ago$/,
    ],
    [
      'never read',
      { status: 'fresh', data: coverage(0, 0, null) },
      /^never read$/,
    ],
    [
      'no answer any more',
      { status: 'stale', data: coverage(3, 0), observedAt: minutesAgo(2) },
      /^last known · 2 min ago$/,
    ],
    ['stale without a time', { status: 'stale', data: {} }, /^last known$/],
    ['refused', { status: 'error' }, /^not readable$/],
    [
      'a view without coverage',
      { status: 'fresh', data: {}, checkedAt: Date.now() },
      /^live/,
    ],
  ])('says of %s how fresh it is', async (_, view, said) => {
    await renderInTestApp(<FreshnessDot view={view} />);
    expect(screen.getByText(said)).toBeInTheDocument();
  });
});
