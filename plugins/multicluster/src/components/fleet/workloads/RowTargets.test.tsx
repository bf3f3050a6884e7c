import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { workloadOf } from '../__testUtils__/workloadOf';
import { RowTargets } from './RowTargets';

async function colorWhen(lastKnown: number) {
  const { unmount } = await renderInTestApp(
    <RowTargets row={{ ...workloadOf(2), lastKnown }} />,
  );
  const segment = screen.getByRole('img').querySelector('[style]');
  const color = (segment as HTMLElement).style.background;
  unmount();
  return color;
}

describe('RowTargets', () => {
  it('is drawn as well only while a cluster confirms it', async () => {
    const live = await colorWhen(0);
    expect(await colorWhen(1)).toBe(live);
    expect(await colorWhen(3)).not.toBe(live);
  });
});
