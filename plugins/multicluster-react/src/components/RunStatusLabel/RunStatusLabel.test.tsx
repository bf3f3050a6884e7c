import { renderInTestApp } from '@backstage/test-utils';
import { RunStatus } from '@fairway/backstage-plugin-multicluster-common';
import { screen } from '@testing-library/react';
import { RunStatusLabel } from './RunStatusLabel';

describe('RunStatusLabel', () => {
  it('says the detail, which says more than the status', async () => {
    await renderInTestApp(
      <RunStatusLabel status="running" detail="rolling-back" />,
    );
    expect(screen.getByText('Rolling back')).toBeInTheDocument();
    expect(screen.queryByText('Running')).toBeNull();
  });

  it('never says of what is last known that it is so now', async () => {
    await renderInTestApp(<RunStatusLabel status="succeeded" lastKnown />);
    expect(screen.getByText('Last known: succeeded')).toBeInTheDocument();
  });

  it('says of a status of a newer back end that it is unknown', async () => {
    await renderInTestApp(
      <RunStatusLabel status={'levitating' as RunStatus} />,
    );
    expect(screen.getByText('Unknown')).toBeInTheDocument();
  });
});
