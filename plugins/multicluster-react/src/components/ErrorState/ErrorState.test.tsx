import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorState } from './ErrorState';

const answered = (statusCode: number) =>
  Object.assign(new Error('secret detail'), { statusCode });

describe('ErrorState', () => {
  it.each([
    [answered(401), 'You may not see this', 0],
    [answered(403), 'You may not see this', 0],
    [answered(404), 'Not found', 1],
    [answered(503), 'This could not be read', 1],
    [new Error('secret detail'), 'This could not be read', 1],
  ])(
    'explains %s without its internals, and offers a retry where one may help',
    async (error, title, retries) => {
      await renderInTestApp(<ErrorState error={error} onRetry={() => {}} />);
      expect(screen.getByText(title)).toBeInTheDocument();
      expect(screen.queryByText(/secret detail/)).toBeNull();
      expect(screen.queryAllByRole('button')).toHaveLength(retries);
    },
  );

  it('tries again when asked to', async () => {
    const onRetry = jest.fn();
    await renderInTestApp(<ErrorState error={undefined} onRetry={onRetry} />);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
});
