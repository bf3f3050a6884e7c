import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { StateLabel } from './StateLabel';

describe('StateLabel', () => {
  it('says a state in a word, and why', async () => {
    await renderInTestApp(<StateLabel state="suspended" why="2 more wait" />);
    expect(screen.getByText('Held')).toBeInTheDocument();
    expect(screen.getByText('2 more wait')).toBeInTheDocument();
  });

  it('never says of what is last known that it is so now', async () => {
    await renderInTestApp(<StateLabel state="healthy" lastKnown />);
    expect(screen.getByText('Last known: healthy')).toBeInTheDocument();
    expect(screen.queryByText('Healthy')).toBeNull();
  });
});
