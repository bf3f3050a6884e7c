import {
  ActionPreview,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { PreviewDialog } from './PreviewDialog';
import { PreviewInput, usePreviewed } from './usePreviewed';

type Send = (input: PreviewInput) => Promise<ActionPreview>;

async function show(send: Send) {
  const onDone = jest.fn();
  const Page = () => {
    const previewed = usePreviewed<'arm'>(send, onDone);
    return (
      <>
        <button
          disabled={previewed.isBusy}
          onClick={() => previewed.show('arm')}
        >
          Arm…
        </button>
        <PreviewDialog previewed={previewed} title="Arm" act="Arm" />
      </>
    );
  };
  await renderApprovals(<Page />, {});
  await act(async () => screen.getByText('Arm…').click());
  return { onDone };
}

const nothingAgainst: ActionPreview = { done: false, checks: [], effects: [] };

/** Sends it, and closes the dialog while it is on its way. */
async function sendAndClose() {
  const dialog = screen.getByRole('dialog');
  await userEvent.type(within(dialog).getByRole('textbox'), 'audit');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Arm' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
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

  it.each([
    [
      'that it was refused',
      async () => {
        throw Object.assign(new Error('no'), {
          statusCode: 409,
          body: { error: { message: 'no', code: 'TEST_REFUSAL' } },
          cause: new Error('not like this'),
        });
      },
      /not like this/,
    ],
    [
      'what kept it from being done',
      async () => ({
        ...nothingAgainst,
        checks: [
          {
            code: 'x',
            ok: false,
            sentence: {
              code: 'test.x',
              params: {},
              text: 'somebody holds it',
            },
          },
        ],
      }),
      /somebody holds it/,
    ],
  ])(
    'is not given up when its dialog is closed, and says outside of it %s',
    async (_, answer: () => Promise<ActionPreview>, said) => {
      let end = () => {};
      const { onDone } = await show(({ dryRun }) =>
        dryRun
          ? Promise.resolve(nothingAgainst)
          : new Promise<ActionPreview>((resolve, reject) => {
              end = () => answer().then(resolve, reject);
            }),
      );
      await sendAndClose();
      expect(screen.getByText('Arm…')).toBeDisabled();
      await act(async () => end());
      const told = await screen.findByText(said);
      expect(told.closest('[role="status"]')).not.toBeNull();
      expect(onDone).not.toHaveBeenCalled();
      // Looking at it anew begins with nothing of that.
      await userEvent.click(screen.getByText('Arm…'));
      await waitFor(() => expect(screen.queryByText(said)).toBeNull());
    },
  );

  it('shows of one thing nothing that was found of another which was opened before it, and does it as it was looked at itself', async () => {
    const effectOf = (text: string) => ({
      ...sentence('approval.after.last'),
      text,
    });
    const asked: Array<[string, boolean, string | undefined]> = [];
    let end: (answer: ActionPreview) => void = () => {};
    const Page = () => {
      const previewed = usePreviewed<'arm' | 'disarm'>(
        ({ action, dryRun, resourceVersion }) => {
          asked.push([action, dryRun, resourceVersion]);
          return action === 'arm'
            ? new Promise<ActionPreview>(resolve => {
                end = resolve;
              })
            : Promise.resolve({
                ...nothingAgainst,
                effects: [effectOf('nothing is held any more')],
                resourceVersion: '2',
                done: !dryRun,
              });
        },
        () => {},
      );
      return (
        <>
          <button onClick={() => previewed.show('arm')}>Arm…</button>
          <button onClick={() => previewed.show('disarm')}>Disarm…</button>
          <PreviewDialog previewed={previewed} title="Lane" act="Do it" />
        </>
      );
    };
    await renderApprovals(<Page />, {});
    await userEvent.click(screen.getByText('Arm…'));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(screen.getByText('Disarm…'));
    const dialog = screen.getByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'audit');
    await act(async () =>
      end({
        ...nothingAgainst,
        effects: [effectOf('everything is held')],
        resourceVersion: '1',
      }),
    );
    expect(
      await within(dialog).findByText('nothing is held any more'),
    ).toBeInTheDocument();
    expect(screen.queryByText('everything is held')).toBeNull();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Do it' }),
    );
    expect(asked).toEqual([
      ['arm', true, undefined],
      ['disarm', true, undefined],
      ['disarm', false, '2'],
    ]);
  });

  it('reads again what is on screen when it was done after its dialog was closed', async () => {
    let end: (answer: ActionPreview) => void = () => {};
    const { onDone } = await show(({ dryRun }) =>
      dryRun
        ? Promise.resolve(nothingAgainst)
        : new Promise<ActionPreview>(resolve => {
            end = resolve;
          }),
    );
    await sendAndClose();
    await act(async () => end({ ...nothingAgainst, done: true }));
    expect(onDone).toHaveBeenCalledTimes(1);
  });
});
