import {
  ApprovalDetails,
  ApprovalsApi,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { buildApproval } from '../../../__testUtils__/approvals/buildApproval';
import { fullCoverage } from '../../../__testUtils__/approvals/fullCoverage';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { RequestPage } from './RequestPage';

async function show(
  details: Partial<ApprovalDetails>,
  more: Partial<ApprovalsApi> = {},
) {
  await renderApprovals(
    <Routes>
      <Route path="/:id" element={<RequestPage />} />
    </Routes>,
    {
      getApproval: async () => ({
        item: buildApproval(),
        trail: [],
        revision: '1',
        coverage: fullCoverage,
        ...details,
      }),
      ...more,
    },
    '/r1',
  );
}

describe('RequestPage', () => {
  it('shows the digest that votes are bound to and every vote, whatever became of it', async () => {
    const { request } = buildApproval();
    await show({
      item: buildApproval({
        votes: [
          { ...request.votes[0], voter: 'user:default/noor', status: 'void' },
        ],
      }),
    });
    expect(await screen.findByText('a'.repeat(64))).toBeInTheDocument();
    expect(screen.getByText('noor, no longer counts')).toBeInTheDocument();
  });

  it('reads what would change once somebody opens it, and says with what it is compared', async () => {
    const getApprovalDiff = jest.fn(async () => ({
      basis: [sentence('approval.diff.asIn', { environment: 'test' })],
      diff: [
        {
          cluster: 'member2',
          object: 'Deployment/checkout',
          hunks: [
            {
              line: 7,
              lines: [
                {
                  change: 'removed' as const,
                  text: 'image: checkout:v1.8.2',
                },
                { change: 'added' as const, text: 'image: checkout:v1.8.3' },
              ],
            },
          ],
        },
        { cluster: 'member2', object: 'ConfigMap/checkout', hunks: [] },
      ],
      observedAt: '2026-11-21T12:00:00Z',
    }));
    await show({}, { getApprovalDiff });
    const summary = await screen.findByText('Compare with what there is now');
    expect(getApprovalDiff).not.toHaveBeenCalled();
    await userEvent.click(summary);
    expect(await screen.findByText('+ image: checkout:v1.8.3')).toHaveAttribute(
      'data-change',
      'added',
    );
    expect(
      screen.getByText('As test has it, where these images run already'),
    ).toBeInTheDocument();
    expect(screen.getByText('Nothing would change.')).toBeInTheDocument();
    expect(getApprovalDiff).toHaveBeenCalledTimes(1);
  });

  it('says what was erased of the trail', async () => {
    await show({
      trail: [
        {
          seq: 12,
          prevHash: 'x',
          hash: 'y',
          at: '2026-11-21T12:00:00Z',
          actor: 'user:default/paul',
          action: 'vote.counted',
          payloadHash: 'z',
        },
      ],
    });
    const entry = await screen.findByText('A vote was counted');
    expect(entry).toHaveAttribute('title', 'vote.counted');
    expect(entry.closest('li')).toHaveTextContent('paul');
    expect(screen.getByText('erased')).toBeInTheDocument();
  });

  it('says how it goes on and up to whom that is, and names the tab after it', async () => {
    await show({
      item: buildApproval({
        state: 'halted',
        halted: {
          sentence: sentence('approval.halted.step'),
          owners: ['group:default/sre', 'user:default/paul'],
          may: ['continue'],
        },
      }),
    });
    expect(
      await screen.findByText('How it goes on is up to sre, paul'),
    ).toBeInTheDocument();
    expect(document.title).toMatch(/^Deliver checkout to production \| /);
  });

  it('says of a closed window when it opens next, and that votes are collected meanwhile', async () => {
    await show({
      item: buildApproval({
        sentence: sentence('approval.waiting.more', { count: 1 }),
        window: {
          open: false,
          sentence: sentence('approval.window.frozen', {
            name: 'holidays',
            opens: new Date('2027-01-04T08:00:00Z'),
          }),
        },
      }),
    });
    expect(await screen.findByText(/^Frozen by holidays/)).toHaveTextContent(
      /Jan 4, 2027.*votes are collected meanwhile$/,
    );
  });

  it('says in the trail in words why a vote was refused, as of somebody else', async () => {
    await show({
      item: buildApproval(),
      trail: [
        {
          seq: 9,
          prevHash: '8',
          hash: '9',
          at: '2026-11-21T12:00:00Z',
          actor: 'user:default/rosa',
          action: 'vote.refused',
          payloadHash: 'p',
          payload: { code: 'IS_AUTHOR' },
        },
      ],
    });
    const entry = (await screen.findByText('A vote was refused')).closest('li');
    expect(entry).toHaveTextContent('they wrote the change');
    expect(entry).not.toHaveTextContent('IS_AUTHOR');
  });

  it('says in the trail which way somebody voted', async () => {
    const entry = {
      seq: 9,
      prevHash: '8',
      hash: '9',
      at: '2026-11-21T12:00:00Z',
      actor: 'user:default/rosa',
      action: 'vote.counted',
      payloadHash: 'p',
    };
    await show({
      trail: [
        { ...entry, payload: { vote: 'reject', comment: 'not today' } },
        { ...entry, seq: 10, payload: undefined },
      ],
    });
    const row = (await screen.findByText('A rejection was counted')).closest(
      'li',
    );
    expect(row).toHaveTextContent('not today');
    // What it said was erased.
    expect(screen.getByText('A vote was counted')).toBeInTheDocument();
  });

  it('says in the trail which step was sent', async () => {
    const entry = {
      seq: 9,
      prevHash: '8',
      hash: '9',
      at: '2026-11-21T12:00:00Z',
      actor: 'system',
      action: 'step.sent',
      payloadHash: 'p',
    };
    await show({
      trail: [
        { ...entry, payload: { step: 'wave/member1+member2' } },
        { ...entry, seq: 10, payload: { step: 'unheard-of' } },
      ],
    });
    const rows = (await screen.findAllByText('A step was sent')).map(said =>
      said.closest('li'),
    );
    expect(rows[0]).toHaveTextContent('Release to member1, member2');
    expect(rows[1]).not.toHaveTextContent('unheard-of');
  });

  it('says of whoever approved that they did, also when another refused at the tool since, and of whom it is not known neither', async () => {
    const entry = {
      seq: 9,
      prevHash: '8',
      hash: '9',
      at: '2026-11-21T12:00:00Z',
      actor: 'system',
      action: 'step.sent',
      payloadHash: 'p',
      payload: { step: 'voter/user:default/ann' },
    };
    await show({
      item: buildApproval({
        state: 'external',
        decision: 'reject',
        steps: [
          {
            ordinal: 0,
            key: 'voter/user:default/ann',
            title: sentence('approval.step.voter', {
              voter: 'user:default/ann',
            }).text,
            state: 'sent',
            identity: { mode: 'impersonated' },
            attempts: 1,
          },
        ],
      }),
      trail: [
        { ...entry, seq: 8 },
        {
          ...entry,
          seq: 9,
          action: 'request.sealed',
          payload: { decision: 'approve' },
        },
        { ...entry, seq: 10 },
        {
          ...entry,
          seq: 11,
          action: 'request.sealed',
          payload: { decision: 'reject' },
        },
        { ...entry, seq: 12, payload: { step: 'voter/user:default/olivia' } },
      ],
    });
    const rows = (await screen.findAllByText('A step was sent')).map(
      said => said.nextElementSibling?.textContent,
    );
    expect(rows).toEqual(['ann', 'Approval of ann', 'Rejection by olivia']);
    expect(
      within(
        document.querySelector<HTMLElement>(
          '[data-step="voter/user:default/ann"]',
        )!,
      ).getByText('Approval of ann'),
    ).toBeInTheDocument();
  });

  it.each([
    ['hold', 'hold', /contained/, sentence('lane.halted.person', { wave: 2 })],
    ['hold', 'hold', /contained/, { code: 'newer', params: {}, text: 'Go on' }],
    [
      'bad',
      'warn',
      /outlined/,
      sentence('lane.halted.held', { detail: 'Late.' }),
    ],
  ] as const)(
    'draws a halt that is told as %s as %s, and its button as what is next only where nothing is wrong',
    async (tone, shape, look, asked) => {
      const step = {
        ordinal: 0,
        key: 'continue/2',
        title: 'x',
        identity: { mode: 'impersonated' },
        attempts: 0,
        sentence: asked,
      } as const;
      const { can } = buildApproval();
      const halted = {
        sentence: asked,
        owners: [],
        may: ['continue' as const],
      };
      await show({
        item: buildApproval(
          { state: 'halted', halted, steps: [{ ...step, state: 'halted' }] },
          { can: { ...can, resolve: { allowed: true } }, tone },
        ),
      });
      const button = await screen.findByRole('button', { name: 'Continue' });
      expect(button.className).toMatch(look);
      const line = screen.getByText('Somebody goes on with wave 2');
      expect(
        line.closest('li')?.querySelector(`[data-shape="${shape}"]`),
      ).not.toBeNull();
    },
  );

  it('explains how firm the gate is without a hover', async () => {
    await show({ item: buildApproval({ enforcement: 'enforced' }) });
    expect(
      await screen.findByText('The system itself goes no further without it.'),
    ).toBeVisible();
  });

  it('shows an action and a reason of a newer back end as they came', async () => {
    const { request } = buildApproval();
    await show({
      item: buildApproval({
        subject: { ...request.subject, unknown: { moon: 'too-far' } },
      }),
      trail: [
        {
          seq: 1,
          prevHash: 'x',
          hash: 'y',
          at: '2026-11-21T12:00:00Z',
          actor: 'external:PipeCD:olivia',
          action: 'moon.landed',
          payloadHash: 'z',
          payload: { reason: 'for all mankind' },
        },
      ],
    });
    const entry = await screen.findByText('moon.landed');
    expect(entry.closest('li')).toHaveTextContent(
      /olivia in PipeCD.*for all mankind/,
    );
    expect(screen.getAllByText('moon is not known: too-far')).toHaveLength(2);
  });

  it('says of a delivery what was seen of each step and what was not', async () => {
    const step = {
      ordinal: 0,
      key: 'cluster/member1',
      title: 'member1',
      identity: { mode: 'impersonated' },
      attempts: 1,
    } as const;
    await show({
      item: buildApproval({
        state: 'delivering',
        steps: [
          { ...step, state: 'observed' },
          {
            ...step,
            ordinal: 1,
            key: 'cluster/member2',
            title: 'member2',
            state: 'ambiguous',
          },
        ],
      }),
    });
    expect(await screen.findByText('seen')).toBeInTheDocument();
    expect(
      screen.getByText('not known whether it arrived; being read'),
    ).toBeInTheDocument();
  });
});
