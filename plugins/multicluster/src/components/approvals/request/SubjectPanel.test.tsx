import { screen } from '@testing-library/react';
import { buildApproval } from '../../../__testUtils__/approvals/buildApproval';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { SubjectPanel } from './SubjectPanel';

describe('SubjectPanel', () => {
  it('says of a lane on which control plane its policy is', async () => {
    const { request } = buildApproval();
    const policy = 'PropagationPolicy/shop/checkout';
    await renderApprovals(
      <SubjectPanel
        request={{
          ...request,
          kind: 'lane',
          source: 'east',
          lane: { id: policy, policy },
          subject: {
            ...request.subject,
            source: 'east',
            lane: { policy, clusters: ['member2'] },
          },
        }}
      />,
      {},
    );
    expect(screen.getByText(`${policy} on east`)).toBeInTheDocument();
  });
});
