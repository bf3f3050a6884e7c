import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  ApprovalItem,
  ApprovalsApi,
} from '@fairway/backstage-plugin-multicluster-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildApproval } from '../../../__testUtils__/approvals/buildApproval';
import { fullCoverage } from '../../../__testUtils__/approvals/fullCoverage';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { ApprovalsCard } from './ApprovalsCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
};
const view = { revision: '1', coverage: fullCoverage };

function refused(statusCode: number) {
  return async () => {
    throw Object.assign(new Error('refused'), { statusCode });
  };
}

async function show(answers: Partial<ApprovalsApi> = {}) {
  const listLanes = jest.fn<
    ReturnType<ApprovalsApi['listLanes']>,
    Parameters<ApprovalsApi['listLanes']>
  >(answers.listLanes ?? (async () => ({ ...view, items: [] })));
  await renderApprovals(
    <EntityProvider entity={entity}>
      <ApprovalsCard />
    </EntityProvider>,
    {
      listApprovals: async () => ({ ...view, items: [], total: 0, mine: 0 }),
      ...answers,
      listLanes,
    },
    '/',
    true,
  );
  await waitFor(() => expect(listLanes).toHaveBeenCalled());
}

describe('ApprovalsCard', () => {
  it('says that approvals could not be read, which is not that none waits', async () => {
    await show({ listApprovals: refused(500) });
    expect(
      await screen.findByRole('heading', { name: 'Approvals' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Held dispatch' })).toBeNull();
  });

  it('says that held dispatch could not be read: a cluster may be lost under it', async () => {
    await show({ listLanes: refused(503) });
    expect(
      await screen.findByRole('heading', { name: 'Held dispatch' }),
    ).toBeInTheDocument();
  });

  it('reads out of both what could not be read, each by its name', async () => {
    await show({ listApprovals: refused(503), listLanes: refused(503) });
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('status')
          .map(({ textContent }) => textContent)
          .filter(Boolean),
      ).toEqual([
        expect.stringContaining('Whether something waits for approval'),
        expect.stringContaining('Whether dispatch is held'),
      ]),
    );
  });

  it('says nothing to whoever may see neither', async () => {
    await show({ listApprovals: refused(403), listLanes: refused(403) });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('says how many more wait than it shows, and where', async () => {
    await show({
      listApprovals: async () => ({
        ...view,
        items: [buildApproval()],
        total: 21,
        mine: 21,
      }),
    });
    expect(await screen.findByText(/^1 of 21 are shown/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All approvals' })).toHaveAttribute(
      'href',
      '/linked/approvals',
    );
  });

  it.each([
    ['its request leaves the list', undefined],
    ['the list may not be read any more', 403],
  ])(
    'keeps the dialog that is open, and what is written in it, when %s',
    async (_, statusCode) => {
      const listOf = (items: ApprovalItem[]) => ({
        ...view,
        items,
        total: items.length,
        mine: items.length,
        revision: String(items.length),
      });
      const listApprovals = jest
        .fn<ReturnType<ApprovalsApi['listApprovals']>, []>()
        .mockResolvedValueOnce(listOf([buildApproval()]))
        .mockImplementation(
          statusCode ? refused(statusCode) : async () => listOf([]),
        );
      jest.useFakeTimers();
      const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
      try {
        await show({
          listApprovals,
          getApproval: async () => ({
            item: buildApproval({
              state: 'rejected',
              closedAt: '2026-11-21T12:10:00Z',
            }),
            trail: [],
            ...view,
          }),
        });
        await user.click(
          await screen.findByRole('button', { name: 'Reject…' }),
        );
        const field = within(screen.getByRole('dialog')).getByLabelText(
          /^Comment/,
        );
        await user.type(field, 'not today');
        await act(() => jest.advanceTimersByTimeAsync(60_000));
        expect(listApprovals.mock.calls.length).toBeGreaterThan(1);
        expect(field).toHaveValue('not today');
        expect(
          screen.getByRole('article', {
            name: 'Deliver checkout to production',
            hidden: true,
          }),
        ).toHaveAttribute('data-state', 'rejected');
      } finally {
        jest.useRealTimers();
      }
    },
  );
});
