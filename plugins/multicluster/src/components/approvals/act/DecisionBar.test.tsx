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
import { ApprovalPanel } from '../parts/ApprovalPanel';
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
    const button = within(dialog).getByRole('button', { name: 'Continue' });
    expect(button).toBeEnabled();
    poll();
    expect(button).toBeDisabled();
    expect(
      within(dialog).getByText(/It changed since you looked/),
    ).toBeInTheDocument();
  });

  it('says that a vote was taken, and gives the keyboard to the request when its button goes', async () => {
    const vote = jest.fn(async () => votedOn);
    const Page = () => {
      const [item, setItem] = useState(first);
      return (
        <ApprovalPanel
          item={item}
          onChange={() =>
            setItem(
              buildApproval(
                { etag: '"r1.1.2"' },
                {
                  can: {
                    ...first.can,
                    approve: { allowed: false },
                    reject: { allowed: false },
                  },
                },
              ),
            )
          }
        />
      );
    };
    await renderApprovals(<Page />, { vote });
    const region = screen.getAllByRole('status');
    await open('Approve');
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Approve',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
    expect(
      screen.getByRole('article', { name: 'Deliver checkout to production' }),
    ).toHaveFocus();
    const said = screen.getByText(
      'Your vote was taken: Deliver checkout to production',
    );
    expect(region).toContain(said.closest('[role="status"]'));
  });

  it.each([
    ['withdraw', 'Withdraw my vote', 'Your vote was withdrawn'],
    ['recall', /^Take it back/, 'The decision was taken back'],
  ] as const)(
    'says of %s what was done, until the request asks for something else',
    async (what, button, said) => {
      const mine = (request: object) =>
        buildApproval(request, {
          can: { ...first.can, [what]: { allowed: true } },
        });
      const done = async () => votedOn;
      const { poll } = await show(
        [mine({}), mine({ generation: 2, title: 'Deliver billing to test' })],
        { withdrawVote: done, recall: done },
      );
      await open(button);
      expect(
        await screen.findByText(`${said}: Deliver checkout to production`),
      ).toBeInTheDocument();
      poll();
      expect(screen.queryByText(new RegExp(said))).toBeNull();
    },
  );

  it('says of a vote the title of what it was on, which it was given meanwhile', async () => {
    let answer = () => {};
    const { poll } = await show(
      [first, buildApproval({ title: 'Deliver billing to test' })],
      {
        vote: () =>
          new Promise(resolve => {
            answer = () => resolve(votedOn);
          }),
      },
    );
    await open('Approve');
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Approve',
      }),
    );
    poll();
    await act(async () => answer());
    expect(
      await screen.findByText(
        'Your vote was taken: Deliver checkout to production',
      ),
    ).toBeInTheDocument();
  });

  it('takes the keyboard from nobody who went on somewhere else', async () => {
    let answer = () => {};
    const can = { ...first.can, recall: { allowed: true } };
    await renderApprovals(
      <>
        <input aria-label="Search" />
        <ApprovalPanel item={buildApproval({}, { can })} onChange={() => {}} />
      </>,
      {
        recall: () =>
          new Promise(resolve => {
            answer = () => resolve(first);
          }),
      },
    );
    await open(/^Take it back/);
    await userEvent.type(screen.getByLabelText('Search'), 'bill');
    await act(async () => answer());
    expect(
      await screen.findByText(/^The decision was taken back/),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Search')).toHaveFocus();
  });

  it('says once its dialog is closed where it is seen whether a vote arrived', async () => {
    jest.useFakeTimers();
    try {
      const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
      await show([first, first], {
        vote: async () => {
          throw new TypeError('Failed to fetch');
        },
      });
      await user.click(screen.getByRole('button', { name: 'Approve' }));
      const dialog = screen.getByRole('dialog');
      await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
      await act(() => jest.advanceTimersByTimeAsync(16_000));
      expect(
        within(dialog).getByText(/Close this to see whether it arrived/),
      ).toBeInTheDocument();
      await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
      expect(screen.queryByRole('dialog')).toBeNull();
      expect(screen.getByText(/is seen here/)).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('offers to look at what took effect past the rules to whoever may, and by nothing else', async () => {
    const broken = {
      state: 'applied',
      closedAt: '2026-11-21T12:00:00Z',
      breakGlass: { by: 'user:default/paul', reason: 'the shop is down' },
    } as const;
    const none = Object.fromEntries(
      Object.keys(first.can).map(name => [name, { allowed: false }]),
    ) as unknown as ApprovalItem['can'];
    const mayNot = { ...none, resolve: { allowed: true } };
    const { poll } = await show([
      buildApproval(broken, { can: mayNot }),
      buildApproval(broken, { can: { ...none, review: { allowed: true } } }),
    ]);
    expect(screen.queryByRole('button', { name: 'I looked at it' })).toBeNull();
    poll();
    expect(
      screen.getByRole('button', { name: 'I looked at it' }),
    ).toBeEnabled();
  });

  it.each([true, false])(
    'offers to take a decision back as a way beside, with approving allowed: %s',
    async allowed => {
      const can = {
        ...first.can,
        approve: { allowed },
        recall: { allowed: true },
      };
      const item = buildApproval({}, { can });
      await show([item, item]);
      const recall = screen.getByRole('button', { name: /^Take it back/ });
      expect(recall).toHaveClass('MuiButton-outlined');
      expect(recall).not.toHaveClass('MuiButton-contained');
    },
  );
});
