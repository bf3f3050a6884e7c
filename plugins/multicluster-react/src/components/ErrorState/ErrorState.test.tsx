import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorState } from './ErrorState';

const answered = (statusCode: number) =>
  Object.assign(new Error('secret detail'), { statusCode });

describe('ErrorState', () => {
  it.each([
    [answered(403), 'You may not see this', false],
    [answered(404), 'Not found', true],
    [new Error('secret detail'), 'This could not be read', true],
  ])('explains %s without its internals', async (error, title, retry) => {
    const onRetry = jest.fn();
    await renderInTestApp(<ErrorState error={error} onRetry={onRetry} />);
    expect(screen.getByText(title)).toBeInTheDocument();
    expect(screen.queryByText(/secret detail/)).toBeNull();
    const button = screen.queryByRole('button', { name: 'Try again' });
    expect(button !== null).toBe(retry);
    if (button) {
      await userEvent.click(button);
      expect(onRetry).toHaveBeenCalledTimes(1);
    }
  });
});
