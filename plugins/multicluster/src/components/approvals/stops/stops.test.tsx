import {
  ApprovalsApi,
  LineStop,
  MulticlusterApi,
} from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { TestApiProvider } from '@backstage/test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fullCoverage } from '../../../__testUtils__/approvals/fullCoverage';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { fakeApi } from '../../../__testUtils__/fakeApi';
import { StopBanners } from './StopBanners';
import { StopButton } from './StopButton';

const stop: LineStop = {
  id: 's1',
  scope: { environment: 'production' },
  reason: 'orders are lost',
  by: 'user:default/paul',
  createdAt: '2026-11-21T12:00:00Z',
  until: '2026-11-21T16:00:00Z',
};

/** What was asked for fails only when it is told to, as somebody else's answer would. */
function failing() {
  let fail = () => {};
  const signals: AbortSignal[] = [];
  const ask = (signal: AbortSignal | undefined) =>
    new Promise<LineStop>((_, reject) => {
      if (signal) {
        signals.push(signal);
      }
      fail = () =>
        reject(
          Object.assign(new Error('no'), {
            statusCode: 403,
            body: { error: { message: 'no', code: 'TEST_REFUSAL' } },
            cause: new Error('not like this'),
          }),
        );
    });
  return { ask, signals, fail: () => fail() };
}

async function show(answers: Partial<ApprovalsApi>) {
  const fleet = fakeApi<MulticlusterApi>({
    getEnvironments: async () => ({
      items: [],
      revision: '1',
      coverage: fullCoverage,
    }),
  });
  await renderApprovals(
    <TestApiProvider apis={[[multiclusterApiRef, fleet]]}>
      <StopBanners />
      <StopButton />
    </TestApiProvider>,
    {
      listStops: async () => ({ items: [stop], canStop: true }),
      ...answers,
    },
  );
}

async function sendAndClose(button: string, act_: string) {
  await userEvent.click(await screen.findByRole('button', { name: button }));
  const dialog = screen.getByRole('dialog');
  await userEvent.type(
    within(dialog).getByRole('textbox', { name: /^Reason/ }),
    'incident 42',
  );
  await userEvent.click(within(dialog).getByRole('button', { name: act_ }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

describe('stops of the line', () => {
  it.each([
    ['Stop the line…', 'Stop', 'stopTheLine'],
    ['Lift the stop…', 'Lift', 'liftStop'],
  ] as const)(
    'are not given up when their dialog is closed, and say outside of it how that ends: %s',
    async (button, act_, method) => {
      const { ask, signals, fail } = failing();
      await show(
        method === 'liftStop'
          ? { liftStop: (_, __, options) => ask(options.signal) }
          : { stopTheLine: (_, options) => ask(options.signal) },
      );
      await sendAndClose(button, act_);
      expect(screen.getByRole('button', { name: button })).toBeDisabled();
      expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
      await act(async () => fail());
      const told = await screen.findByText(/not like this/);
      expect(told.closest('[role="status"]')).not.toBeNull();
    },
  );
});
