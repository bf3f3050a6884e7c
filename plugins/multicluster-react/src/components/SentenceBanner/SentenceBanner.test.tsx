import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { SentenceBanner } from './SentenceBanner';

describe('SentenceBanner', () => {
  it('makes the lead stand out, begins large, and carries what to do about it', async () => {
    await renderInTestApp(
      <SentenceBanner
        tone="bad"
        sentence={{
          code: 'test.x',
          params: {},
          text: 'withdrawn: no cluster fits',
        }}
        action={<a href="/policy">Policy</a>}
      />,
    );
    expect(screen.getByText('Withdrawn:')).toBeInTheDocument();
    expect(screen.getByText(/no cluster fits/)).toHaveAttribute(
      'data-tone',
      'bad',
    );
    expect(screen.getByRole('link', { name: 'Policy' })).toBeInTheDocument();
  });
});
