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
  it.each([
    ['approve', undefined, false],
    ['reject', undefined, false],
    ['approve', 'on-reject', false],
    ['reject', 'on-reject', true],
    ['approve', 'required', true],
  ] as const)(
    'says before it is sent whether a comment is needed: %s, %s',
    async (decision, comment, needed) => {
      const onAct = jest.fn();
      const item = buildApproval({
        policy: {
          name: 'production',
          hash: 'p',
          builtIn: false,
          ...(comment && { comment }),
        },
      });
      await renderApprovals(
        <VoteDialog
          {...common}
          item={item}
          decision={decision}
          onAct={onAct}
        />,
        {},
      );
      const act = screen.getByRole('button', { name: /^(Approve|Reject)/ });
      if (!needed) {
        expect(act).toBeEnabled();
        return;
      }
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
