import { renderInTestApp } from '@backstage/test-utils';
import { StageMark } from '@fairway/backstage-plugin-multicluster-common';
import { screen, within } from '@testing-library/react';
import { StageStrip } from './StageStrip';

const stages: StageMark[] = [
  { id: '1', name: 'K8S_CANARY_ROLLOUT', kind: 'task', status: 'succeeded' },
  { id: '2', name: 'WAIT_APPROVAL', kind: 'approval', status: 'waiting' },
  { id: '3', name: 'K8S_PRIMARY_ROLLOUT', kind: 'task', status: 'pending' },
];

describe('StageStrip', () => {
  it('names where the run is, and says every other stage to those who hear it', async () => {
    await renderInTestApp(<StageStrip stages={stages} name="canary" />);
    const strip = within(
      screen.getByRole('list', { name: 'Stages of canary' }),
    );
    expect(strip.getByText('WAIT_APPROVAL')).toBeInTheDocument();
    expect(strip.getByText('Waiting')).toBeInTheDocument();
    expect(strip.queryByText('K8S_CANARY_ROLLOUT')).toBeNull();
    expect(
      strip.getByRole('img', { name: 'K8S_CANARY_ROLLOUT: Succeeded' }),
    ).toBeInTheDocument();
    expect(
      strip.getByRole('img', { name: 'K8S_PRIMARY_ROLLOUT: Pending' }),
    ).toBeInTheDocument();
    expect(screen.getByText('1 of 3 stages done')).toBeInTheDocument();
  });

  it('draws nothing as done while it is only last known', async () => {
    await renderInTestApp(
      <StageStrip stages={stages} name="canary" lastKnown />,
    );
    expect(
      screen.getByRole('img', {
        name: 'K8S_CANARY_ROLLOUT: Last known: succeeded',
      }),
    ).toHaveAttribute('data-shape', 'stale');
  });

  it('does not count as done what was left out', async () => {
    await renderInTestApp(
      <StageStrip
        name="canary"
        stages={[stages[0], { ...stages[2], status: 'skipped' }]}
      />,
    );
    expect(screen.getByText('1 of 2 stages done')).toBeInTheDocument();
  });

  it('names a roll-back while it happens', async () => {
    await renderInTestApp(
      <StageStrip
        name="canary"
        stages={[
          ...stages.slice(0, 1),
          {
            id: 'r',
            name: 'ROLLBACK',
            kind: 'rollback',
            status: 'running',
            detail: 'rolling-back',
          },
        ]}
      />,
    );
    expect(screen.getByText('Rolling back')).toBeInTheDocument();
  });
});
