import { TestApiProvider } from '@backstage/test-utils';
import {
  ApprovalsApi,
  MulticlusterApi,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fullCoverage } from '../../../__testUtils__/approvals/fullCoverage';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { fakeApi } from '../../../__testUtils__/fakeApi';
import { ReportPage } from './ReportPage';

async function show(answers: Partial<ApprovalsApi> = {}) {
  const getAuditReport = jest.fn<
    ReturnType<ApprovalsApi['getAuditReport']>,
    Parameters<ApprovalsApi['getAuditReport']>
  >(async ({ from, to }) => ({
    from,
    to,
    changes: [
      {
        at: '2026-11-21T12:00:00Z',
        environment: 'production',
        entityRefs: ['component:default/checkout'],
        subject: 'Deployment shop/checkout',
        source: 'karmada',
        clusters: ['member1'],
        from: 'v1',
        to: 'v2',
        basis: 'decided-elsewhere',
        sentence: sentence('audit.basis.elsewhere', { actors: 'noor' }),
        actors: ['user:default/noor'],
        enforcement: 'cooperative',
      },
      {
        at: '2026-11-21T11:30:00Z',
        environment: 'production',
        entityRefs: [],
        subject: 'Deployment shop/settings',
        source: 'karmada',
        clusters: ['member1'],
        from: 'v1',
        to: 'v1',
        change: sentence('audit.change.settings', { version: 'v1' }),
        basis: 'no-approval-found' as const,
        sentence: sentence('audit.basis.none', { actors: '' }),
        actors: [],
      },
      ...(
        ['no-policy', 'before-observation', 'no-approval-found'] as const
      ).map(basis => ({
        at: '2026-11-21T11:00:00Z',
        environment: 'test',
        entityRefs: [],
        subject: `Deployment shop/${basis}`,
        source: 'karmada',
        clusters: ['member2'],
        to: 'v2',
        basis,
        sentence: sentence('audit.basis.none', { actors: '' }),
        actors: [],
      })),
    ],
    limits: [sentence('audit.limit.gone')],
  }));
  const fleet = fakeApi<MulticlusterApi>({
    getEnvironments: async () => ({
      items: [{ name: 'production', title: 'Production', clusters: {} }],
      revision: '1',
      coverage: fullCoverage,
    }),
  });
  const downloadAuditReport = jest.fn(
    async (_: Parameters<ApprovalsApi['downloadAuditReport']>[0]) => {
      throw new Error('The portal answered 503');
    },
  );
  await renderApprovals(
    <TestApiProvider apis={[[multiclusterApiRef, fleet]]}>
      <ReportPage />
    </TestApiProvider>,
    { getAuditReport, downloadAuditReport, ...answers },
  );
  return { getAuditReport, downloadAuditReport };
}

describe('ReportPage', () => {
  it('says of a change on what ground it came, how firm that gate is, and who it was', async () => {
    await show();
    const row = (await screen.findByText('Deployment shop/checkout')).closest(
      'tr',
    );
    expect(row).toHaveTextContent('Decided elsewherecooperative');
    expect(row).toHaveTextContent(/noor$/);
    expect(
      screen.getByText(sentence('audit.limit.gone').text),
    ).toBeInTheDocument();
  });

  it('says what changed where the version stayed as it was', async () => {
    await show();
    const row = (await screen.findByText('Deployment shop/settings')).closest(
      'tr',
    );
    expect(row).toHaveTextContent('Settings changed under v1');
    expect(row).not.toHaveTextContent('→');
  });

  it.each([
    ['no-policy', 'No policy asks here', 'zero'],
    ['before-observation', 'Before it was noted', 'unknown'],
    ['no-approval-found', 'No approval found', 'bad'],
  ])('draws %s as what it is: %s', async (basis, words, shape) => {
    await show();
    const row = (await screen.findByText(`Deployment shop/${basis}`)).closest(
      'tr',
    )!;
    expect(row).toHaveTextContent(words);
    expect(row.querySelector('[data-shape]')).toHaveAttribute(
      'data-shape',
      shape,
    );
  });

  it('asks for both days, and for an environment that there is', async () => {
    const { getAuditReport } = await show();
    fireEvent.change(await screen.findByLabelText('From'), {
      target: { value: '2026-11-20' },
    });
    fireEvent.change(screen.getByLabelText('To (that day too)'), {
      target: { value: '2026-11-21' },
    });
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Environment' }),
      'Production',
    );
    await waitFor(() =>
      expect(getAuditReport).toHaveBeenLastCalledWith(
        expect.objectContaining({
          environment: 'production',
          from: '2026-11-20T00:00:00Z',
          to: '2026-11-22T00:00:00Z',
        }),
        expect.anything(),
      ),
    );
  });

  it('says that the file could not be read', async () => {
    const { downloadAuditReport } = await show();
    const save = await screen.findByRole('button', { name: 'Download as CSV' });
    await waitFor(() => expect(save).toBeEnabled());
    await userEvent.click(save);
    expect(await screen.findByRole('alert')).toHaveTextContent('503');
    expect(downloadAuditReport).toHaveBeenCalledWith({
      environment: undefined,
      from: expect.stringMatching(/T00:00:00Z$/),
      to: expect.stringMatching(/T00:00:00Z$/),
    });
  });

  it('says that the report is refused, and not the fleet', async () => {
    await show({
      getAuditReport: async () => {
        throw Object.assign(new Error('no'), { statusCode: 403 });
      },
    });
    expect(
      await screen.findByText('The report of changes is not yours to see'),
    ).toBeInTheDocument();
    expect(screen.getByText(/multicluster.audit.read/)).toBeInTheDocument();
  });
});
