import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildApproval } from '../../../__testUtils__/approvals/buildApproval';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { BreakGlassDialog } from './BreakGlassDialog';
import { VoteDialog } from './VoteDialog';

const common = {
  state: { status: 'idle' },
  onClose: () => {},
  onLookAgain: () => {},
} as const;

describe('BreakGlassDialog', () => {
  it('says how long a reason has to be, counts what is missing, and sends nothing shorter', async () => {
    const onAct = jest.fn();
    const { request } = buildApproval();
    await renderApprovals(
      <BreakGlassDialog {...common} request={request} onAct={onAct} />,
      {},
    );
    const reason = screen.getByRole('textbox', {
      name: /Reason \(at least 20 characters\)/,
    });
    const act = screen.getByRole('button', { name: 'Decide past the rules' });
    expect(screen.getByText('20 more characters')).toBeInTheDocument();
    await userEvent.type(reason, 'the shop is down so ');
    expect(screen.getByText('1 more character')).toBeInTheDocument();
    expect(act).toBeDisabled();
    await userEvent.type(reason, 'x');
    await userEvent.click(act);
    expect(onAct).toHaveBeenCalledWith({
      kind: 'break-glass',
      reason: 'the shop is down so x',
      ticket: undefined,
    });
  });
});

describe('VoteDialog', () => {
  const show = async (
    decision: 'approve' | 'reject',
    comment: 'required' | 'on-reject' | undefined,
  ) => {
    const onAct = jest.fn();
    const policy = { name: 'production', hash: 'p', builtIn: false };
    const item = buildApproval({
      policy: { ...policy, ...(comment && { comment }) },
    });
    await renderApprovals(
      <VoteDialog {...common} item={item} decision={decision} onAct={onAct} />,
      {},
    );
    const act = screen.getByRole('button', { name: /^(Approve|Reject)/ });
    return { onAct, act };
  };

  it.each([
    ['approve', undefined],
    ['reject', undefined],
    ['approve', 'on-reject'],
  ] as const)('asks for no comment: %s, %s', async (decision, comment) => {
    expect((await show(decision, comment)).act).toBeEnabled();
  });

  it.each([
    ['reject', 'on-reject'],
    ['approve', 'required'],
  ] as const)(
    'says before it is sent that a comment is needed: %s, %s',
    async (decision, comment) => {
      const { onAct, act } = await show(decision, comment);
      expect(act).toBeDisabled();
      await userEvent.type(
        screen.getByRole('textbox', { name: /^Comment \(needed\)/ }),
        'seen on member1',
      );
      await userEvent.click(act);
      expect(onAct).toHaveBeenCalledWith(
        expect.objectContaining({ comment: 'seen on member1' }),
      );
    },
  );
});
