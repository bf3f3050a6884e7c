import { renderInTestApp } from '@backstage/test-utils';
import { act, screen } from '@testing-library/react';
import { DurationText } from './DurationText';

const ago = (seconds: number) =>
  new Date(Date.now() - seconds * 1_000).toISOString();

describe('DurationText', () => {
  it('stands still once it is over', async () => {
    await renderInTestApp(<DurationText from={ago(130)} to={ago(10)} />);
    expect(screen.getByText('2 min 0 s')).toBeInTheDocument();
  });

  it('ticks while it goes on', async () => {
    await renderInTestApp(<DurationText from={ago(41)} />);
    const before = screen.getByText(/^4\d s$/).textContent;
    await act(() => new Promise(done => setTimeout(done, 2_100)));
    expect(screen.queryByText(before!)).toBeNull();
  });

  it('says that it may have begun earlier', async () => {
    await renderInTestApp(<DurationText from={ago(60)} to={ago(0)} atLeast />);
    expect(screen.getByText('≥ 1 min 0 s')).toBeInTheDocument();
  });

  it('says nothing of what has not begun', async () => {
    const { container } = await renderInTestApp(
      <p data-testid="p">
        <DurationText />
      </p>,
    );
    expect(container).toBeDefined();
    expect(screen.getByTestId('p')).toBeEmptyDOMElement();
  });
});
