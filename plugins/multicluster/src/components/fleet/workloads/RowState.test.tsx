import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { workloadOf } from '../__testUtils__/workloadOf';
import { RowState } from './RowState';

const nowhere = {
  ...workloadOf(0),
  summary: undefined,
  unplaced: undefined,
  clusters: 0,
  targets: {},
  lastKnown: 0,
};

describe('RowState', () => {
  it('says that nothing placed a workload', async () => {
    await renderInTestApp(<RowState row={{ ...nowhere, unplaced: true }} />);
    expect(screen.getByText('Placed nowhere')).toBeInTheDocument();
  });

  it('does not call healthy what was last heard of a lost cluster', async () => {
    await renderInTestApp(
      <RowState row={{ ...workloadOf(2), lastKnown: 1 }} />,
    );
    expect(screen.getByText(/^Last known: /)).toBeInTheDocument();
  });

  it('says that placements were not read, rather than that there is none', async () => {
    await renderInTestApp(<RowState row={{ ...nowhere, unread: true }} />);
    expect(screen.getByText('Placement not read yet')).toBeInTheDocument();
    expect(screen.queryByText('Placed nowhere')).not.toBeInTheDocument();
  });
});
