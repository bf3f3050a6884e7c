import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CopyButton } from './CopyButton';

describe('CopyButton', () => {
  it('copies, says so, and offers itself again', async () => {
    document.execCommand = jest.fn(() => true);
    await renderInTestApp(<CopyButton text="fairway.io/policy: web" />);
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(document.execCommand).toHaveBeenCalledWith('copy');
    expect(screen.getByRole('button', { name: 'Copied' })).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'Copy' }, { timeout: 4_000 }),
    ).toBeInTheDocument();
  });
});
