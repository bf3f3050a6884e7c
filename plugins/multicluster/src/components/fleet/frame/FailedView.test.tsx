import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { FailedView } from './FailedView';

const refusal = Object.assign(new Error('no'), { statusCode: 403 });

describe('FailedView', () => {
  it.each([
    ['multicluster.fleet.read', 'The fleet is not yours to see'],
    ['multicluster.approval.read', 'Approvals are not yours to see'],
    ['multicluster.audit.read', 'The report of changes is not yours to see'],
    ['multicluster.source.read', 'The sources are not yours to see'],
  ] as const)('says without %s: %s', async (permission, title) => {
    await renderInTestApp(
      <FailedView error={refusal} permission={permission} onRetry={() => {}} />,
    );
    expect(screen.getByText(title)).toBeInTheDocument();
    expect(screen.getByText(new RegExp(permission))).toBeInTheDocument();
  });
});
