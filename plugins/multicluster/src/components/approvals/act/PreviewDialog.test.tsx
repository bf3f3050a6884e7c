import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { PreviewDialog, PreviewDialogProps } from './PreviewDialog';

function show(send: PreviewDialogProps['send']) {
  return renderApprovals(
    <PreviewDialog
      title="Arm"
      act="Arm"
      send={send}
      onClose={() => {}}
      onDone={() => {}}
    />,
    {},
  );
}

describe('PreviewDialog', () => {
  it.each([
    [true, 'Nothing speaks against it.'],
    [false, '1 of 2 hold: 1 more approval'],
  ])(
    'reads out one line of what it found, and not all of it: %s',
    async (ok, line) => {
      const said = sentence('approval.waiting.more', { count: 1 });
      const effect = sentence('approval.after.last');
      await show(async () => ({
        done: false,
        checks: [
          { code: 'x', ok, sentence: { ...said, text: '1 more approval' } },
          { code: 'y', ok: true, sentence: effect },
        ],
        effects: [],
      }));
      await screen.findByText(effect.text);
      const heard = screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .filter(Boolean);
      expect(heard).toEqual([line]);
    },
  );

  it('says no more that it was refused once what is there now was looked at', async () => {
    let looks = 0;
    await show(async ({ dryRun }) => {
      if (!dryRun) {
        throw Object.assign(new Error('stale'), {
          statusCode: 412,
          body: { error: { message: 'stale', code: 'STALE_VERSION' } },
        });
      }
      looks++;
      return { done: false, checks: [], effects: [] };
    });
    const dialog = screen.getByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'audit');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Arm' }));
    const again = await within(dialog).findByRole('button', {
      name: 'Show what is there now',
    });
    await userEvent.click(again);
    await waitFor(() => expect(looks).toBe(2));
    expect(again).not.toBeInTheDocument();
    expect(within(dialog).getByRole('textbox')).toHaveValue('audit');
    expect(within(dialog).getByRole('button', { name: 'Arm' })).toBeEnabled();
  });

  it('says that nothing came back, and looks again when asked to', async () => {
    const said = sentence('approval.waiting.more', { count: 1 });
    let lost = true;
    jest.useFakeTimers();
    await show(async () => {
      if (lost) {
        throw new TypeError('Failed to fetch');
      }
      return { done: false, checks: [], effects: [said] };
    });
    await act(() => jest.advanceTimersByTimeAsync(16_000));
    jest.useRealTimers();
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).queryByRole('progressbar')).toBeNull();
    expect(
      within(dialog)
        .getByText(/^Nothing came back/)
        .closest('[role="status"]'),
    ).not.toBeNull();
    lost = false;
    act(() =>
      within(dialog)
        .getByRole('button', { name: 'Show what is there now' })
        .click(),
    );
    await waitFor(() =>
      expect(within(dialog).getByText(said.text)).toBeInTheDocument(),
    );
  });
});
