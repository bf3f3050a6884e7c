import { render, screen } from '@testing-library/react';
import { StateIcon } from './StateIcon';

describe('StateIcon', () => {
  it('has a name where no word stands beside it', () => {
    render(<StateIcon shape="bad" tone="bad" label="Unhealthy" />);
    expect(screen.getByRole('img', { name: 'Unhealthy' })).toBeInTheDocument();
  });

  it('is silent where a word says the same', () => {
    const { container } = render(<StateIcon shape="ok" tone="ok" />);
    expect(container.querySelector('svg')).toHaveAttribute('aria-hidden');
  });

  it('draws healthy and unhealthy differently, whatever their colour', () => {
    const drawn = (['ok', 'bad', 'hold', 'stale'] as const).map(
      shape =>
        render(<StateIcon shape={shape} tone="info" />).container.innerHTML,
    );
    expect(new Set(drawn).size).toBe(4);
  });
});
