import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { ReplicaPips } from './ReplicaPips';

describe('ReplicaPips', () => {
  it('draws a pip for each copy and says the counts in words', async () => {
    await renderInTestApp(<ReplicaPips replicas={{ desired: 4, ready: 2 }} />);
    const pips = screen.getByRole('img', { name: '2 of 4 ready' });
    expect(pips.querySelectorAll('[data-pip="ready"]')).toHaveLength(2);
    expect(pips.querySelectorAll('[data-pip="missing"]')).toHaveLength(2);
  });

  it('draws a bar and a number for more copies than the eye counts', async () => {
    await renderInTestApp(
      <ReplicaPips replicas={{ desired: 40, ready: 31 }} />,
    );
    expect(screen.getByText('31/40')).toBeInTheDocument();
    expect(document.querySelector('[data-pip]')).toBeNull();
  });

  it.each([
    ['of kinds that have no copies', {}],
    [
      'where nobody reports how many of the wanted ones there are',
      { desired: 3 },
    ],
  ])('draws nothing %s', async (_, replicas) => {
    await renderInTestApp(<ReplicaPips replicas={replicas} />);
    expect(screen.queryByRole('img')).toBeNull();
  });
});
