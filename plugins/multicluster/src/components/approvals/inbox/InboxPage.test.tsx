import {
  ApprovalItem,
  ApprovalsApi,
  BulkVoteResult,
  MulticlusterApi,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { TestApiProvider } from '@backstage/test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildApproval } from '../../../__testUtils__/approvals/buildApproval';
import { fullCoverage } from '../../../__testUtils__/approvals/fullCoverage';
import { fakeApi } from '../../../__testUtils__/fakeApi';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { InboxPage } from './InboxPage';

const notTheRequester = {
  allowed: false,
  code: 'IS_REQUESTER',
  sentence: sentence('approval.refused.isRequester'),
} as const;

function listOf(items: ApprovalItem[]) {
  return {
    items,
    total: items.length,
    mine: items.filter(({ mine }) => mine).length,
    revision: String(items.length),
    coverage: fullCoverage,
  };
}

async function show(
  items: ApprovalItem[],
  answers: Partial<ApprovalsApi> = {},
  path = '/',
) {
  const listApprovals = jest.fn<
    ReturnType<ApprovalsApi['listApprovals']>,
    Parameters<ApprovalsApi['listApprovals']>
  >(async ({ scope }) =>
    listOf(
      items.filter(
        ({ request }) =>
          (scope === 'closed') === (request.closedAt !== undefined),
      ),
    ),
  );
  const fleet = fakeApi<MulticlusterApi>({
    getEnvironments: async () => ({
      items: [],
      revision: '1',
      coverage: fullCoverage,
    }),
  });
  await renderApprovals(
    <TestApiProvider apis={[[multiclusterApiRef, fleet]]}>
      <InboxPage />
    </TestApiProvider>,
    {
      listApprovals,
      listStops: async () => ({ items: [], canStop: false }),
      ...answers,
    },
    path,
    true,
  );
  return { listApprovals };
}

function refusal(statusCode: number, code: string): Error {
  return Object.assign(new Error(code), {
    statusCode,
    body: { error: { name: 'ConflictError', message: code, code } },
  });
}

/** So much that a filter is offered: the last two of search and of billing, the others of checkout. */
function many(): ApprovalItem[] {
  return Array.from({ length: 10 }, (_, at) =>
    buildApproval({
      id: `r${at}`,
      title: `Deliver ${at}`,
      entityRefs: [
        `component:default/${['search', 'billing'][at - 8] ?? 'checkout'}`,
      ],
    }),
  );
}

/** The same of a back end that narrows. */
async function showMany(answers: Partial<ApprovalsApi>) {
  const listApprovals = jest.fn<
    ReturnType<ApprovalsApi['listApprovals']>,
    Parameters<ApprovalsApi['listApprovals']>
  >(async ({ scope, entityRefs = [] }) =>
    listOf(
      many().filter(
        ({ request }) =>
          scope === 'open' &&
          entityRefs.every(ref => request.entityRefs.includes(ref)),
      ),
    ),
  );
  await show([], { listApprovals, ...answers });
  return {
    listApprovals,
    narrowTo: async (service: string) => {
      await userEvent.selectOptions(screen.getByLabelText('Service'), service);
      const left = { billing: 9, search: 8 }[service] ?? 7;
      await screen.findByRole('article', { name: `Deliver ${left}` });
    },
  };
}

/** Something that is sent and not answered yet. */
function slow<I extends unknown[], O>() {
  let end: (answer: Promise<O>) => void = () => {};
  const send = jest.fn<Promise<O>, I>(
    () =>
      new Promise(resolve => {
        end = resolve;
      }),
  );
  return {
    send,
    end: (answer: () => Promise<O>) => act(async () => end(answer())),
  };
}

/** Ids of the requests that are shown with their buttons, in their order. */
function shown() {
  return [...document.querySelectorAll('article[data-request]')].map(article =>
    article.getAttribute('data-request'),
  );
}

/** What is on screen is read again, as when the window is looked at; timers are false ones. */
async function readAgain() {
  window.dispatchEvent(new Event('focus'));
  await act(() => jest.advanceTimersByTimeAsync(3_000));
}

describe('InboxPage', () => {
  it('says who approved, who is still missing, what goes where, and how firmly it holds', async () => {
    await show([buildApproval()]);
    const item = await screen.findByRole('article', {
      name: 'Deliver checkout to production',
    });
    expect(within(item).getByText('paul approved')).toBeInTheDocument();
    expect(within(item).getByText(/^1 more of/)).toHaveTextContent('platform');
    expect(within(item).getByText(/member2, member4/)).toBeInTheDocument();
    expect(within(item).getByText('cooperative')).toHaveAttribute(
      'title',
      expect.stringContaining('can be removed'),
    );
    expect(
      within(item).getByText(
        'What exactly is sent is not known: the tool renders it by itself and shows it to nobody before',
      ),
    ).toBeInTheDocument();
  });

  it('approves exactly what is on screen', async () => {
    const vote = jest.fn<
      ReturnType<ApprovalsApi['vote']>,
      Parameters<ApprovalsApi['vote']>
    >(async () => buildApproval({ version: 2 } as object));
    const { listApprovals } = await show([buildApproval()], { vote });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('Comment'), 'seen');
    const before = listApprovals.mock.calls.length;
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    await waitFor(() => expect(vote).toHaveBeenCalledTimes(1));
    expect(vote).toHaveBeenCalledWith(
      'r1',
      {
        decision: 'approve',
        comment: 'seen',
        notBefore: undefined,
        subjectDigest: 'a'.repeat(64),
      },
      expect.objectContaining({
        ifMatch: '"r1.1.1"',
        idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
      }),
    );
    await waitFor(() =>
      expect(listApprovals.mock.calls.length).toBeGreaterThan(before),
    );
  });

  it('says what an approval leads to, beside the button and in its dialog', async () => {
    const { can } = buildApproval();
    await show([
      buildApproval(
        {},
        {
          can: {
            ...can,
            approve: {
              allowed: true,
              sentence: sentence('approval.after.last'),
            },
          },
        },
      ),
    ]);
    const said = sentence('approval.after.last').text;
    expect(await screen.findByText(said)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(said)).toBeInTheDocument();
    expect(
      within(dialog).getByText(/production · member2, member4/),
    ).toBeInTheDocument();
    expect(within(dialog).getByText(/can be removed/)).toBeInTheDocument();
  });

  it('names each of several before they are approved together, and says which was not taken', async () => {
    const voteAll = jest.fn<
      ReturnType<ApprovalsApi['voteAll']>,
      Parameters<ApprovalsApi['voteAll']>
    >(async () => [
      { id: 'r1', status: 200, item: buildApproval() },
      {
        id: 'r2',
        status: 409,
        error: { code: 'SUBJECT_CHANGED', message: 'It has changed' },
      },
    ]);
    await show(
      [
        buildApproval(),
        buildApproval({ id: 'r2', title: 'Deliver billing to production' }),
      ],
      { voteAll },
    );
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'Choose Deliver checkout to production',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Choose all' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Approve those chosen' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Approve 2 requests',
    });
    expect(
      within(dialog).getByText('Deliver billing to production'),
    ).toBeInTheDocument();
    expect(voteAll).not.toHaveBeenCalled();
    await userEvent.type(within(dialog).getByLabelText('Comment'), 'both');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve those chosen' }),
    );
    expect(await screen.findByText(/^1 of 2 were taken/)).toHaveTextContent(
      'Deliver billing to production: It has changed',
    );
    expect(voteAll).toHaveBeenCalledWith(
      [
        expect.objectContaining({ id: 'r1', comment: 'both' }),
        expect.objectContaining({ id: 'r2', comment: 'both' }),
      ],
      expect.anything(),
    );
  });

  it('says that it changed since it was looked at, and votes for nothing else', async () => {
    await show([buildApproval()], {
      vote: async () => {
        throw refusal(409, 'SUBJECT_CHANGED');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    expect(
      await within(dialog).findByText(/It changed since you looked/),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('button', { name: 'Show what is there now' }),
    ).toBeEnabled();
  });

  it('says what the back end says of a refusal, and not its status', async () => {
    const told = sentence('approval.refused.decisionSealed').text;
    await show([buildApproval()], {
      vote: async () => {
        throw Object.assign(refusal(409, 'DECISION_SEALED'), {
          cause: new Error(told),
        });
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    expect(await within(dialog).findByText(told)).toBeInTheDocument();
  });

  it('keeps apart what waits for others, each with the reason why the reader cannot decide it', async () => {
    const { can } = buildApproval();
    await show([
      buildApproval(
        { id: 'r2', title: 'Deliver billing to test' },
        {
          mine: false,
          can: {
            ...can,
            approve: notTheRequester,
            reject: notTheRequester,
          },
        },
      ),
    ]);
    expect(
      await screen.findByRole('heading', { name: 'Waiting for others' }),
    ).toBeInTheDocument();
    expect(screen.getByText(notTheRequester.sentence.text)).toBeInTheDocument();
    expect(screen.getByText('Nothing waits for you')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('offers to take a decision back while that can be done', async () => {
    const { can } = buildApproval();
    const recall = jest.fn(async () => buildApproval());
    await show(
      [
        buildApproval(
          {
            state: 'queued',
            recallUntil: new Date(Date.now() + 9_500).toISOString(),
          },
          {
            can: {
              ...can,
              approve: { allowed: false, code: 'DECISION_SEALED' },
              reject: { allowed: false, code: 'DECISION_SEALED' },
              recall: { allowed: true },
            },
          },
        ),
      ],
      { recall },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /^Take it back \(\d+ s\)$/ }),
    );
    await waitFor(() => expect(recall).toHaveBeenCalledTimes(1));
  });

  it('shows what a commit or a comment says as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    await show([
      buildApproval({
        title: evil,
        votes: [{ ...buildApproval().request.votes[0], comment: evil }],
      }),
    ]);
    expect(await screen.findAllByText(evil)).toHaveLength(2);
    expect(document.querySelector('img')).toBeNull();
  });

  it('says of a stopped line who stopped it, until when and why', async () => {
    await show([buildApproval({ sentence: sentence('gate.upcoming') })], {
      listStops: async () => ({
        items: [
          {
            id: 's',
            scope: { environment: 'production' },
            reason: 'incident 42',
            by: 'user:default/paul',
            createdAt: '2026-11-21T11:50:00Z',
            until: '2026-11-21T15:50:00Z',
          },
        ],
        canStop: false,
      }),
    });
    expect(await screen.findByText(/incident 42/)).toHaveTextContent(
      'stopped by paul',
    );
    expect(screen.queryByRole('button', { name: 'Lift the stop…' })).toBeNull();
  });

  it('gives nobody what is approved and waits for its time, though one more may vote on it', async () => {
    await show([
      buildApproval(),
      buildApproval({ id: 'r2', title: 'Deliver billing to production' }),
      buildApproval(
        { id: 'r3', state: 'held', title: 'Deliver search to production' },
        { mine: false },
      ),
    ]);
    const others = await screen.findByRole('heading', {
      name: 'Waiting for others',
    });
    expect(
      within(others.closest('section')!).getByText(
        'Deliver search to production',
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('checkbox', {
        name: 'Choose Deliver checkout to production',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Choose all' }));
    expect(screen.getByText('2 chosen')).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: 'Approve' })).toHaveLength(2);
  });

  it('keeps what was just voted on where it is, with the keyboard and what is said of it, until another is taken up', async () => {
    const { can } = buildApproval();
    const billing = buildApproval({
      id: 'r2',
      title: 'Deliver billing to production',
    });
    const voted = buildApproval(
      { etag: '"r1.1.2"' },
      {
        mine: false,
        can: {
          ...can,
          approve: { allowed: false },
          reject: { allowed: false },
        },
      },
    );
    let items = [buildApproval(), billing];
    await show(items, {
      listApprovals: async ({ scope }) =>
        listOf(scope === 'closed' ? [] : items),
      vote: async () => {
        items = [billing, voted];
        return voted;
      },
    });
    const title = 'Deliver checkout to production';
    const article = await screen.findByRole('article', { name: title });
    await userEvent.click(
      within(article).getByRole('button', { name: 'Approve' }),
    );
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Approve',
      }),
    );
    expect(
      await within(article).findByText(`Your vote was taken: ${title}`),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(
        within(article).queryByRole('button', { name: 'Approve' }),
      ).toBeNull(),
    );
    expect(article).toHaveFocus();
    expect(document.querySelector('[data-request]')).toBe(article);
    expect(
      screen.queryByRole('heading', { name: 'Waiting for others' }),
    ).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    expect(article).not.toBeInTheDocument();
  });

  it('keeps what is voted on where it is until that was answered, and in its place what is taken up meanwhile', async () => {
    const [first, second, third] = ['first', 'second', 'third'].map(title =>
      buildApproval({ id: title, title }),
    );
    const { send, end } = slow<
      Parameters<ApprovalsApi['vote']>,
      ApprovalItem
    >();
    let items = [first, second, third];
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const approve = async (name: string) => {
      await user.click(
        within(await screen.findByRole('article', { name })).getByRole(
          'button',
          { name: 'Approve' },
        ),
      );
      return within(screen.getByRole('dialog'));
    };
    try {
      await show([], {
        listApprovals: async ({ scope }) =>
          listOf(scope === 'closed' ? [] : items),
        getApproval: () => new Promise(() => {}),
        vote: send,
      });
      const voting = await approve('first');
      await user.click(voting.getByRole('button', { name: 'Approve' }));
      await user.click(voting.getByRole('button', { name: 'Cancel' }));
      await act(() => jest.advanceTimersByTimeAsync(500));
      const next = await approve('second');
      await user.type(next.getByLabelText('Comment'), 'well');
      items = [third];
      await readAgain();
      expect(shown()).toEqual(['first', 'second', 'third']);
      expect(next.getByLabelText('Comment')).toHaveValue('well');
      expect(send.mock.calls[0][2]?.signal?.aborted).toBe(false);
      await end(async () => {
        throw Object.assign(refusal(409, 'TEST'), {
          cause: new Error('not like this'),
        });
      });
      await user.click(next.getByRole('button', { name: 'Cancel' }));
      await act(() => jest.advanceTimersByTimeAsync(500));
      expect(shown()).toEqual(['first', 'third']);
      expect(
        within(screen.getByRole('article', { name: 'first' })).getByText(
          'not like this',
        ),
      ).toBeInTheDocument();
      await approve('third');
      expect(shown()).toEqual(['third']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('goes on with a vote when nothing of the list may be read any more, shows nothing else of it, and says how that ended', async () => {
    const { send, end } = slow<
      Parameters<ApprovalsApi['vote']>,
      ApprovalItem
    >();
    const second = buildApproval({ id: 'r2', title: 'Second' });
    let isForbidden = false;
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    try {
      await show([], {
        listApprovals: async ({ scope }) => {
          if (isForbidden) {
            throw refusal(403, 'TEST');
          }
          return listOf(scope === 'closed' ? [] : [buildApproval(), second]);
        },
        getApproval: () => new Promise(() => {}),
        vote: send,
      });
      const title = 'Deliver checkout to production';
      const article = await screen.findByRole('article', { name: title });
      await user.click(within(article).getByText('Approve'));
      const dialog = within(screen.getByRole('dialog'));
      await user.click(dialog.getByRole('button', { name: 'Approve' }));
      await user.click(dialog.getByRole('button', { name: 'Cancel' }));
      isForbidden = true;
      await readAgain();
      expect(
        screen.getByText(/multicluster\.approval\.read/),
      ).toBeInTheDocument();
      expect(shown()).toEqual(['r1']);
      expect(send.mock.calls[0][2]?.signal?.aborted).toBe(false);
      await end(async () => buildApproval({ etag: '"r1.1.2"' }));
      expect(
        within(article).getByText(`Your vote was taken: ${title}`),
      ).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('keeps a dialog with what was typed when somebody else decides meanwhile, and gives the keyboard to the heading once it is left', async () => {
    const { can } = buildApproval();
    const sealed = buildApproval(
      { state: 'applied', closedAt: '2026-11-21T12:10:00Z' },
      {
        mine: false,
        can: {
          ...can,
          approve: { allowed: false },
          reject: { allowed: false },
        },
      },
    );
    let items = [buildApproval()];
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    try {
      await show([], {
        listApprovals: async ({ scope }) =>
          listOf(scope === 'closed' ? [] : items),
        getApproval: async () => ({
          item: sealed,
          trail: [],
          revision: '1',
          coverage: fullCoverage,
        }),
      });
      await user.click(await screen.findByRole('button', { name: 'Reject…' }));
      const dialog = screen.getByRole('dialog');
      const field = within(dialog).getByLabelText('Comment');
      await user.type(field, 'too early');
      items = [];
      await act(() => jest.advanceTimersByTimeAsync(60_000));
      expect(field).toHaveValue('too early');
      expect(dialog).toBeInTheDocument();
      const article = document.querySelector('[data-request]');
      expect(article).toHaveAttribute('data-state', 'applied');
      await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
      expect(article).not.toBeInTheDocument();
      expect(
        screen.getByRole('heading', { name: 'Waiting for you' }),
      ).toHaveFocus();
    } finally {
      jest.useRealTimers();
    }
  });

  it('leads to what is listed with an item, whoever it waits for', async () => {
    const lane = (id: string) => ({
      id,
      kind: 'lane' as const,
      title: 'checkout to member2',
      environment: 'production',
    });
    await show([
      buildApproval({}, { related: [lane('l1')] }),
      buildApproval({ id: 'r2' }, { mine: false, related: [lane('l2')] }),
    ]);
    await screen.findAllByText('The same change also waits here:', {
      exact: false,
    });
    expect(
      screen
        .getAllByRole('link', { name: 'checkout to member2' })
        .map(link => link.getAttribute('href')),
    ).toEqual(['/linked/approvals/l1', '/linked/approvals/l2']);
  });

  it('asks for what ended by itself, so that nothing that is open takes its place', async () => {
    const { listApprovals } = await show([
      buildApproval({ closedAt: '2026-11-21T12:10:00Z', state: 'applied' }),
    ]);
    expect(
      await screen.findByRole('heading', { name: 'Decided lately' }),
    ).toBeInTheDocument();
    expect(listApprovals).toHaveBeenCalledWith(
      expect.objectContaining({ scope: 'closed' }),
      expect.anything(),
    );
  });

  it.each(['pending', 'held'] as const)(
    'says until when what is %s can be decided or take effect, because it expires',
    async state => {
      const deadline = new Date(Date.now() + 3_600_000).toISOString();
      await show([buildApproval({ state, deadline })]);
      expect(await screen.findByText(/^until .+\(/)).toHaveAttribute(
        'datetime',
        deadline,
      );
    },
  );

  it('says apart which votes are needed and of which one is enough', async () => {
    const one = (of: object) => ({
      met: false,
      rule: { kind: 'atLeast' as const, needed: 1, counted: [], of },
    });
    const any = {
      met: false,
      rule: {
        kind: 'any' as const,
        parts: [
          one({ groups: ['group:default/sre'] }),
          one({ groups: ['group:default/platform'] }),
        ],
      },
    };
    await show([
      buildApproval({
        votes: [],
        quorum: {
          met: false,
          rule: { kind: 'all', parts: [any, one({ owners: true })] },
        },
      }),
    ]);
    const votes = await screen.findByRole('list', { name: 'Votes' });
    const needed = Array.from(votes.children).map(item => item.textContent);
    expect(needed).toHaveLength(2);
    expect(needed[0]).toMatch(/^one of these:.*sre.*platform/);
    expect(needed[1]).toBe('1 more of the owners');
  });

  it('says of what was decided past the rules that nobody looked at it yet', async () => {
    const breakGlass = {
      by: 'user:default/paul',
      reason: 'the shop is down',
      reviewBy: '2026-11-22T12:00:00Z',
    };
    await show([
      buildApproval({
        state: 'applied',
        closedAt: '2026-11-21T12:00:00Z',
        breakGlass,
        sentence: sentence('approval.appliedPast'),
      }),
    ]);
    const row = (
      await screen.findByText(sentence('approval.appliedPast').text)
    ).closest('li');
    expect(row).toHaveTextContent(
      /Decided past the rules by paul: the shop is down.*somebody else looks at it by/,
    );
  });

  it('is narrowed to a service, in its address, once so much waits that one looks for something', async () => {
    const { listApprovals } = await show(many());
    const field = await screen.findByLabelText('Service');
    await userEvent.selectOptions(field, 'billing');
    const asked = expect.objectContaining({
      entityRefs: ['component:default/billing'],
    });
    await waitFor(() =>
      expect(
        listApprovals.mock.calls
          .map(([request]) => request)
          .filter(({ entityRefs }) => entityRefs),
      ).toEqual(expect.arrayContaining([asked, asked])),
    );
    expect(screen.getByLabelText('Service')).toHaveValue(
      'component:default/billing',
    );
  });

  it('goes on with votes that are on their way when a filter is chosen, says how they ended, and reads what is on screen by then', async () => {
    const { send, end } = slow<
      Parameters<ApprovalsApi['voteAll']>,
      BulkVoteResult[]
    >();
    const { listApprovals, narrowTo } = await showMany({ voteAll: send });
    const choose = (title: string) =>
      userEvent.click(
        screen.getByRole('checkbox', { name: `Choose ${title}` }),
      );
    await screen.findByRole('article', { name: 'Deliver 0' });
    await choose('Deliver 0');
    await choose('Deliver 1');
    await userEvent.click(screen.getByText('Approve those chosen'));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByText('Approve those chosen'));
    await userEvent.click(within(dialog).getByText('Cancel'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await narrowTo('billing');
    expect(screen.queryByText('2 chosen')).toBeNull();
    expect(send.mock.calls[0][1]?.signal?.aborted).toBe(false);
    listApprovals.mockClear();
    await end(async () => [
      { id: 'r0', status: 200 },
      {
        id: 'r1',
        status: 409,
        error: { code: 'TEST', message: 'It is decided already' },
      },
    ]);
    expect(screen.getByText(/^1 of 2 were taken/)).toHaveTextContent(
      'Deliver 1: It is decided already',
    );
    expect(listApprovals.mock.calls.map(([request]) => request)).toEqual([
      expect.objectContaining({ entityRefs: ['component:default/billing'] }),
    ]);
  });

  it('says that several were refused also when none of them is listed any more', async () => {
    const { send, end } = slow<
      Parameters<ApprovalsApi['voteAll']>,
      BulkVoteResult[]
    >();
    const { narrowTo } = await showMany({ voteAll: send });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Choose Deliver 0' }),
    );
    await userEvent.click(screen.getByText('Approve those chosen'));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByText('Approve those chosen'));
    await userEvent.click(within(dialog).getByText('Cancel'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await narrowTo('billing');
    await end(async () => {
      throw Object.assign(refusal(409, 'TEST'), {
        cause: new Error('not like this'),
      });
    });
    expect(screen.getByText('not like this')).toBeInTheDocument();
  });

  it('keeps what is voted on when a filter is chosen until the vote was answered, and lets it go with the next filter', async () => {
    const { send, end } = slow<
      Parameters<ApprovalsApi['vote']>,
      ApprovalItem
    >();
    const { narrowTo } = await showMany({
      vote: send,
      getApproval: async () => ({
        item: many()[0],
        trail: [],
        revision: '1',
        coverage: fullCoverage,
      }),
    });
    const title = 'Deliver 0';
    const article = await screen.findByRole('article', { name: title });
    await userEvent.click(within(article).getByText('Approve'));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    await userEvent.click(within(dialog).getByText('Cancel'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await narrowTo('billing');
    expect(send.mock.calls[0][2]?.signal?.aborted).toBe(false);
    await end(async () => {
      throw Object.assign(refusal(409, 'TEST'), {
        cause: new Error('not like this'),
      });
    });
    expect(within(article).getByText('not like this')).toBeInTheDocument();
    await narrowTo('search');
    expect(article).not.toBeInTheDocument();
  });

  it('goes on with what is voted on when what a filter asks for cannot be read', async () => {
    const { send, end } = slow<
      Parameters<ApprovalsApi['vote']>,
      ApprovalItem
    >();
    await show([], {
      listApprovals: async ({ scope, entityRefs }) => {
        if (entityRefs) {
          throw refusal(503, 'TEST');
        }
        return listOf(scope === 'open' ? many() : []);
      },
      vote: send,
      getApproval: () => new Promise(() => {}),
    });
    const article = await screen.findByRole('article', { name: 'Deliver 0' });
    await userEvent.click(within(article).getByText('Approve'));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));
    await userEvent.click(dialog.getByText('Cancel'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.selectOptions(screen.getByLabelText('Service'), 'billing');
    await screen.findByRole('button', { name: 'Try again' });
    expect(shown()).toEqual(['r0']);
    expect(send.mock.calls[0][2]?.signal?.aborted).toBe(false);
    await end(async () => {
      throw Object.assign(refusal(409, 'TEST'), {
        cause: new Error('not like this'),
      });
    });
    expect(within(article).getByText('not like this')).toBeInTheDocument();
  });

  it('chooses nothing in one list of what was chosen in another', async () => {
    const { narrowTo } = await showMany({});
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Choose Deliver 0' }),
    );
    expect(screen.getByText('1 chosen')).toBeInTheDocument();
    await narrowTo('billing');
    await narrowTo('');
    expect(screen.queryByText('1 chosen')).toBeNull();
  });

  it('offers the services that were seen also once it is narrowed to one', async () => {
    const { narrowTo } = await showMany({});
    await screen.findByRole('article', { name: 'Deliver 0' });
    await narrowTo('billing');
    const offered = within(screen.getByLabelText('Service'))
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    expect(offered).toEqual(['All services', 'billing', 'checkout', 'search']);
  });

  it.each(['{Enter}', '{Tab}'])(
    'takes an environment that is typed by hand once it is there, and not letter by letter: %s',
    async leave => {
      const { listApprovals } = await showMany({});
      const field = await screen.findByLabelText('Environment');
      await userEvent.type(field, 'test ');
      expect(field).toHaveValue('test ');
      await userEvent.type(field, leave);
      const asked = () =>
        listApprovals.mock.calls.flatMap(
          ([{ scope, environment }]) => (scope === 'open' && environment) || [],
        );
      await waitFor(() => expect(asked()).toEqual(['test']));
      expect(field).toHaveValue('test');
    },
  );

  it('opens narrowed by its address, and says that nothing of that waits', async () => {
    const { listApprovals } = await show([], {}, '/?environment=test');
    expect(
      await screen.findByText('Nothing of this waits for you'),
    ).toBeInTheDocument();
    expect(listApprovals.mock.calls.map(([request]) => request)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ scope: 'open', environment: 'test' }),
        expect.objectContaining({ scope: 'closed', environment: 'test' }),
      ]),
    );
  });

  it('offers no filter where what waits is seen at a glance', async () => {
    await show([buildApproval()]);
    await screen.findByRole('button', { name: 'Approve' });
    expect(screen.queryByRole('search')).toBeNull();
  });

  it('does not say of what waits for others what an approval would do, which has no button there', async () => {
    const said = sentence('approval.after.enough');
    const { can } = buildApproval();
    await show([
      buildApproval(
        { state: 'held' },
        {
          mine: false,
          can: { ...can, approve: { allowed: true, sentence: said } },
        },
      ),
    ]);
    await screen.findByRole('heading', { name: 'Waiting for others' });
    expect(screen.queryByText(said.text)).toBeNull();
  });
});
