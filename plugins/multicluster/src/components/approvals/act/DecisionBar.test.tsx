import {
  ApprovalItem,
  ApprovalsApi,
} from '@fairway/backstage-plugin-multicluster-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { buildApproval } from '../../../__testUtils__/approvals/buildApproval';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { DecisionBar } from './DecisionBar';

const first = buildApproval();
const votedOn = buildApproval({ etag: '"r1.1.2"' });
const another = buildApproval({
  generation: 2,
  etag: '"r1.2.4"',
  subjectDigest: 'b'.repeat(64),
  subject: { ...first.request.subject, targets: ['member9'] },
});

/** The bar on a page that reads another item while something is open on it. */
async function show(
  items: [now: ApprovalItem, next: ApprovalItem],
  api: Partial<ApprovalsApi> = {},
) {
  const onChange = jest.fn();
  const Page = () => {
    const [at, setAt] = useState(0);
    return (
      <>
        <button onClick={() => setAt(1)}>poll</button>
        <DecisionBar item={items[at]} onChange={onChange} />
      </>
    );
  };
  await renderApprovals(<Page />, api);
  return { onChange, poll: () => fireEvent.click(screen.getByText('poll')) };
}

function open(name: RegExp | string) {
  return userEvent.click(screen.getByRole('button', { name }));
}

describe('DecisionBar', () => {
  it('keeps to what the dialog was opened on, says that it is another by now, and sends nothing until it was looked at', async () => {
    const { poll, onChange } = await show([first, another]);
    await open('Approve');
    const dialog = screen.getByRole('dialog');
    poll();
    expect(within(dialog).getByText(/member2, member4/)).toBeInTheDocument();
    expect(within(dialog).queryByText(/member9/)).toBeNull();
    expect(
      within(dialog).getByText(/It changed since you looked/),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('button', { name: 'Approve' }),
    ).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Show what is there now' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(onChange).toHaveBeenCalled();
    await open('Approve');
    expect(
      within(screen.getByRole('dialog')).getByText(/member9/),
    ).toBeInTheDocument();
  });

  it('votes on what the dialog was opened on, also when somebody else voted meanwhile', async () => {
    const vote = jest.fn<
      ReturnType<ApprovalsApi['vote']>,
      Parameters<ApprovalsApi['vote']>
    >(async () => votedOn);
    const { poll } = await show([first, votedOn], { vote });
    await open('Approve');
    const dialog = screen.getByRole('dialog');
    poll();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    expect(vote).toHaveBeenCalledWith(
      'r1',
      expect.objectContaining({ subjectDigest: 'a'.repeat(64) }),
      expect.objectContaining({ ifMatch: '"r1.1.1"' }),
    );
  });

  it('says of a halt that it is not the one that was looked at', async () => {
    const halted = (etag: string) =>
      buildApproval(
        {
          etag,
          state: 'halted',
          halted: {
            sentence: first.request.sentence,
            owners: [],
            may: ['continue'],
          },
        },
        { can: { ...first.can, resolve: { allowed: true } } },
      );
    const { poll } = await show([halted('"r1.1.7"'), halted('"r1.1.9"')]);
    await open('Continue');
    const dialog = screen.getByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'it is well');
    const act = within(dialog).getByRole('button', { name: 'Continue' });
    expect(act).toBeEnabled();
    poll();
    expect(act).toBeDisabled();
    expect(
      within(dialog).getByText(/It changed since you looked/),
    ).toBeInTheDocument();
  });
});
