import { ApprovalDetails } from '@fairway/backstage-plugin-multicluster-common';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { buildApproval } from '../../../__testUtils__/approvals/buildApproval';
import { fullCoverage } from '../../../__testUtils__/approvals/fullCoverage';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { RequestPage } from './RequestPage';

async function show(details: Partial<ApprovalDetails>) {
  await renderApprovals(
    <Routes>
      <Route path="/:id" element={<RequestPage />} />
    </Routes>,
    {
      getApproval: async () => ({
        item: buildApproval(),
        trail: [],
        revision: '1',
        coverage: fullCoverage,
        ...details,
      }),
    },
    '/r1',
  );
}

describe('RequestPage', () => {
  it('shows the digest that votes are bound to and every vote, whatever became of it', async () => {
    const { request } = buildApproval();
    await show({
      item: buildApproval({
        votes: [
          { ...request.votes[0], voter: 'user:default/noor', status: 'void' },
        ],
      }),
    });
    expect(await screen.findByText('a'.repeat(64))).toBeInTheDocument();
    expect(screen.getByText('noor, no longer counts')).toBeInTheDocument();
  });

  it('shows what would change, line by line, and says what was erased of the trail', async () => {
    await show({
      diff: [
        {
          cluster: 'member2',
          object: 'Deployment checkout',
          hunks: [
            {
              line: 7,
              lines: [
                { change: 'removed', text: 'image: checkout:v1.8.2' },
                { change: 'added', text: 'image: checkout:v1.8.3' },
              ],
            },
          ],
        },
      ],
      trail: [
        {
          seq: 12,
          prevHash: 'x',
          hash: 'y',
          at: '2026-11-21T12:00:00Z',
          actor: 'user:default/paul',
          action: 'vote.counted',
          payloadHash: 'z',
        },
      ],
    });
    expect(await screen.findByText('+ image: checkout:v1.8.3')).toHaveAttribute(
      'data-change',
      'added',
    );
    expect(screen.getByText('vote.counted')).toBeInTheDocument();
    expect(screen.getByText('erased')).toBeInTheDocument();
  });

  it('says of a delivery what was seen of each step and what was not', async () => {
    const step = {
      ordinal: 0,
      key: 'cluster/member1',
      title: 'member1',
      identity: { mode: 'impersonated' },
      attempts: 1,
    } as const;
    await show({
      item: buildApproval({
        state: 'delivering',
        steps: [
          { ...step, state: 'observed' },
          {
            ...step,
            ordinal: 1,
            key: 'cluster/member2',
            title: 'member2',
            state: 'ambiguous',
          },
        ],
      }),
    });
    expect(await screen.findByText('seen')).toBeInTheDocument();
    expect(
      screen.getByText('not known whether it arrived; being read'),
    ).toBeInTheDocument();
  });
});
