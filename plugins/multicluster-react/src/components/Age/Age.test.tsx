import { renderInTestApp } from '@backstage/test-utils';
import { act, screen } from '@testing-library/react';
import { Age } from './Age';

describe('Age', () => {
  afterEach(() => jest.useRealTimers());

  it('grows while it is looked at, and gives the moment on hover', async () => {
    const time = new Date(Date.now() - 58_000).toISOString();
    await renderInTestApp(<Age time={time} />);
    expect(screen.getByText(/^5\d s$/)).toHaveAttribute('dateTime', time);
    expect(
      await screen.findByText('1 min', undefined, { timeout: 4_000 }),
    ).toHaveAttribute('title');
  });

  it('says so where nobody saw it begin', async () => {
    const time = new Date(Date.now() - 3 * 3_600_000 - 1_000).toISOString();
    await renderInTestApp(<Age time={time} atLeast />);
    expect(screen.getByText('≥ 3 h')).toHaveAttribute(
      'title',
      expect.stringMatching(/^Like that when it was first seen, \S+/),
    );
  });

  it.each([undefined, 'not a time'])('shows nothing for %s', async time => {
    await renderInTestApp(<Age time={time} />);
    await act(async () => {});
    expect(document.querySelector('time')).toBeNull();
  });
});
