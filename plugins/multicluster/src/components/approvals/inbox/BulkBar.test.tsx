import {
  ApprovalItem,
  ApprovalsApi,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { buildApproval } from '../../../__testUtils__/approvals/buildApproval';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { BulkBar } from './BulkBar';
import { useBulkVote } from './useBulkVote';

const billing = buildApproval({ id: 'r2', title: 'Deliver billing' });
const checkout = buildApproval();
const another = buildApproval({
  generation: 2,
  etag: '"r1.2.4"',
  subjectDigest: 'b'.repeat(64),
});

/** The bar over a list that is read anew, with buttons that choose. */
async function show(
  lists: [now: ApprovalItem[], next: ApprovalItem[]],
  api: Partial<ApprovalsApi> = {},
) {
  const Page = () => {
    const [at, setAt] = useState(0);
    const bulk = useBulkVote(lists[at], () => {});
    return (
      <>
        <button onClick={() => setAt(1)}>poll</button>
        <button onClick={() => bulk.toggle('r1')}>choose r1</button>
        <button onClick={() => bulk.toggle('r2')}>choose r2</button>
        <BulkBar bulk={bulk} onLookAgain={() => {}} />
      </>
    );
  };
  await renderApprovals(<Page />, api);
  await userEvent.click(screen.getByText('choose r1'));
  await userEvent.click(screen.getByText('choose r2'));
  return { poll: () => fireEvent.click(screen.getByText('poll')) };
}

describe('BulkBar', () => {
  it('no longer counts as chosen what became another since', async () => {
    const { poll } = await show([
      [checkout, billing],
      [another, billing],
    ]);
    expect(screen.getByText('2 chosen')).toBeInTheDocument();
    poll();
    expect(screen.getByText('1 chosen')).toBeInTheDocument();
    await userEvent.click(screen.getByText('choose r1'));
    expect(screen.getByText('2 chosen')).toBeInTheDocument();
  });

  it('says in its dialog that one became another, and sends none', async () => {
    const { poll } = await show([
      [checkout, billing],
      [another, billing],
    ]);
    await userEvent.click(screen.getByText('Approve those chosen'));
    const dialog = screen.getByRole('dialog', { name: 'Approve 2 requests' });
    poll();
    expect(
      within(dialog).getByText(/It changed since you looked/),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('button', { name: 'Approve those chosen' }),
    ).toBeDisabled();
  });

  it('opens no second dialog while the first is on its way, and says outside of it how it fares', async () => {
    let answer: (results: []) => void = () => {};
    const voteAll = jest.fn<
      ReturnType<ApprovalsApi['voteAll']>,
      Parameters<ApprovalsApi['voteAll']>
    >(async () => []);
    voteAll.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    voteAll.mockImplementationOnce(
      () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    );
    await show(
      [
        [checkout, billing],
        [checkout, billing],
      ],
      { voteAll },
    );
    const button = screen.getByText('Approve those chosen').closest('button')!;
    await userEvent.click(button);
    const dialog = screen.getByRole('dialog', { name: 'Approve 2 requests' });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve those chosen' }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(button).toBeDisabled();
    expect(
      screen.getByText(/^Sent, confirming/).closest('[role="status"]'),
    ).not.toBeNull();
    await waitFor(() => expect(voteAll).toHaveBeenCalledTimes(2), {
      timeout: 3_000,
    });
    await act(async () => answer([]));
    expect(screen.queryByText(/^Sent, confirming/)).toBeNull();
  });

  it('approves exactly those that the dialog names, also when one left the list meanwhile', async () => {
    const voteAll = jest.fn<
      ReturnType<ApprovalsApi['voteAll']>,
      Parameters<ApprovalsApi['voteAll']>
    >(async () => []);
    const { poll } = await show([[checkout, billing], [billing]], { voteAll });
    await userEvent.click(screen.getByText('Approve those chosen'));
    const dialog = screen.getByRole('dialog', { name: 'Approve 2 requests' });
    poll();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve those chosen' }),
    );
    const [[sent]] = voteAll.mock.calls;
    expect(
      sent.map(({ id, ifMatch, subjectDigest }) => [
        id,
        ifMatch,
        subjectDigest,
      ]),
    ).toEqual([
      ['r1', '"r1.1.1"', 'a'.repeat(64)],
      ['r2', '"r1.1.1"', 'a'.repeat(64)],
    ]);
  });

  it('names what was refused by its title also when it left the list meanwhile', async () => {
    const { poll } = await show([[checkout, billing], [billing]], {
      voteAll: async () => [
        {
          id: 'r1',
          status: 409,
          error: { code: 'DECISION_SEALED', message: 'It is decided already' },
        },
        { id: 'r2', status: 200, item: billing },
      ],
    });
    await userEvent.click(screen.getByText('Approve those chosen'));
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Approve those chosen',
      }),
    );
    poll();
    expect(await screen.findByText(/^1 of 2 were taken/)).toHaveTextContent(
      'Deliver checkout to production: It is decided already',
    );
  });
});
