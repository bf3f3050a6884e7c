import {
  ApprovalsApi,
  LaneRestore,
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
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { RestoreLane } from './RestoreLane';

const first: LaneRestore = {
  clusters: ['member2'],
  basis: 'approved',
  sentence: { code: 'test.lane', params: {}, text: 'member2 runs 2 of 4' },
  etag: 'e1',
};

/** The button of a lane that is read anew. */
async function show(
  offers: [now: LaneRestore, next: LaneRestore | undefined],
  restoreLane: ApprovalsApi['restoreLane'],
) {
  const Page = () => {
    const [at, setAt] = useState(0);
    return (
      <>
        <button onClick={() => setAt(1)}>poll</button>
        <RestoreLane lane="l1" restore={offers[at]} onChange={() => {}} />
      </>
    );
  };
  await renderApprovals(<Page />, { restoreLane });
  return { poll: () => fireEvent.click(screen.getByText('poll')) };
}

async function open() {
  await userEvent.click(
    screen.getByRole('button', { name: 'Release approved content' }),
  );
  return screen.getByRole('dialog');
}

async function give(dialog: HTMLElement, reason: string) {
  await userEvent.type(within(dialog).getByRole('textbox'), reason);
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Release approved content' }),
  );
}

function refused(code: string) {
  return Object.assign(new Error(code), {
    statusCode: 409,
    body: { error: { name: 'ConflictError', message: `no: ${code}`, code } },
    cause: new Error('not like this'),
  });
}

describe('RestoreLane', () => {
  it('says nothing of an old refusal in a dialog that is opened anew', async () => {
    await show([first, first], async () => {
      throw refused('TEST_REFUSAL');
    });
    const dialog = await open();
    await give(dialog, 'short of copies');
    const told = await within(dialog).findByText(/not like this/);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel' }),
    );
    await waitFor(() => expect(told).not.toBeInTheDocument());
    expect(within(await open()).queryByText(/not like this/)).toBeNull();
  });

  it.each<[string, LaneRestore | undefined]>([
    ['something else is released by now', { ...first, etag: 'e2' }],
    ['there is nothing to release any more', undefined],
  ])(
    'keeps the dialog and what was written, says that it changed and sends nothing: %s',
    async (_, next) => {
      const restoreLane = jest.fn(async () => ({ requestId: 'r1' }));
      const { poll } = await show([first, next], restoreLane);
      const dialog = await open();
      const field = within(dialog).getByRole('textbox');
      await userEvent.type(field, 'short of copies');
      poll();
      expect(field).toHaveValue('short of copies');
      expect(
        within(dialog).getByText(/It changed since you looked/),
      ).toBeInTheDocument();
      expect(
        within(dialog).getByRole('button', {
          name: 'Release approved content',
        }),
      ).toBeDisabled();
      await userEvent.click(
        within(dialog).getByRole('button', { name: 'Show what is there now' }),
      );
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(restoreLane).not.toHaveBeenCalled();
    },
  );

  it('opens no second dialog while the first is on its way', async () => {
    await show([first, first], () => new Promise(() => {}));
    const dialog = await open();
    await give(dialog, 'short of copies');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(
      screen.getByRole('button', { name: 'Release approved content' }),
    ).toBeDisabled();
  });

  it('says outside of its dialog that it was refused when that was closed while it was on its way', async () => {
    let refuse = () => {};
    await show(
      [first, first],
      () =>
        new Promise((_, reject) => {
          refuse = () => reject(refused('TEST_REFUSAL'));
        }),
    );
    const dialog = await open();
    await give(dialog, 'short of copies');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await act(async () => refuse());
    const told = await screen.findByText(/not like this/);
    expect(told.closest('[role="status"]')).not.toBeNull();
  });
});
