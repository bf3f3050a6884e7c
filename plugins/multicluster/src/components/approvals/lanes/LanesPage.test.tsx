import {
  ActionPreview,
  ApprovalsApi,
  Lane,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fullCoverage } from '../../../__testUtils__/approvals/fullCoverage';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { LanesPage } from './LanesPage';

const says = (text: string) => ({ code: 'test.lane', params: {}, text });

const lane: Lane = {
  id: 'l1',
  source: 'karmada',
  policy: 'PropagationPolicy/shop/checkout',
  state: 'open',
  environment: 'production',
  entityRefs: ['component:default/checkout'],
  workloads: [{ id: 'w1', name: 'checkout' }],
  clusters: [
    {
      cluster: 'member2',
      state: 'held',
      sentence: says('2 more wait for release'),
      runs: 2,
      wanted: 4,
    },
  ],
  sentences: [],
  can: {
    arm: { allowed: true },
    disarm: { allowed: true },
    restore: { allowed: true },
  },
};

async function show(item: Partial<Lane>, answers: Partial<ApprovalsApi> = {}) {
  await renderApprovals(<LanesPage />, {
    listLanes: async () => ({
      items: [{ ...lane, ...item }],
      revision: '1',
      coverage: fullCoverage,
    }),
    ...answers,
  });
  return screen.findByRole('article', { name: lane.policy });
}

const preview: ActionPreview = {
  checks: [
    {
      code: 'works-unreadable',
      ok: true,
      sentence: says('Works are readable'),
    },
  ],
  effects: [says('3 workloads on 2 clusters wait from now on')],
  resourceVersion: '41',
  done: false,
};

describe('LanesPage', () => {
  it('says to whoever may not see the fleet that nothing of theirs is held', async () => {
    await renderApprovals(<LanesPage />, {
      listLanes: async () => {
        throw Object.assign(new Error('refused'), { statusCode: 403 });
      },
    });
    expect(
      await screen.findByText('No dispatch of yours is held'),
    ).toBeInTheDocument();
    expect(screen.getByText(/multicluster.fleet.read/)).toBeInTheDocument();
  });

  it('arms only what was looked at, with the reason', async () => {
    const manageLane = jest.fn<
      ReturnType<ApprovalsApi['manageLane']>,
      Parameters<ApprovalsApi['manageLane']>
    >(async (_, { dryRun }) => ({ ...preview, done: !dryRun }));
    const item = await show({}, { manageLane });
    await userEvent.click(within(item).getByRole('button', { name: 'Arm…' }));
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText(preview.effects[0].text),
    ).toBeInTheDocument();
    expect(within(dialog).getByText('Works are readable')).toBeInTheDocument();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'audit',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Arm' }));
    await waitFor(() =>
      expect(manageLane).toHaveBeenLastCalledWith(
        'l1',
        {
          action: 'arm',
          dryRun: false,
          reason: 'audit',
          resourceVersion: '41',
        },
        expect.anything(),
      ),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('does not arm what a check speaks against, and says which', async () => {
    const said = says('Another manager owns the field: argocd');
    const item = await show(
      {},
      {
        manageLane: async () => ({
          ...preview,
          checks: [{ code: 'managed-elsewhere', ok: false, sentence: said }],
        }),
      },
    );
    await userEvent.click(within(item).getByRole('button', { name: 'Arm…' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(said.text)).toBeInTheDocument();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'audit',
    );
    expect(within(dialog).getByRole('button', { name: 'Arm' })).toBeDisabled();
  });

  it('says first that a held cluster runs short, and offers what was approved before', async () => {
    const restoreLane = jest.fn(async () => ({ requestId: 'r1' }));
    const short = says('Held: member2 runs 2 of 4.');
    const item = await show(
      {
        state: 'armed',
        armedBy: 'user:default/paul',
        sentences: [{ ...short, tone: 'bad' }],
        restore: {
          clusters: ['member2'],
          basis: 'approved',
          sentence: short,
          etag: 'e1',
        },
        kubectl: 'kubectl patch propagationpolicy checkout',
      },
      { restoreLane },
    );
    expect(within(item).getByText(/member2 runs 2 of 4/)).toBeInTheDocument();
    expect(within(item).getByText('2 of 4')).toBeInTheDocument();
    await userEvent.click(
      within(item).getByRole('button', { name: 'Release approved content' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'short of copies',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Release approved content' }),
    );
    await waitFor(() =>
      expect(restoreLane).toHaveBeenCalledWith(
        'l1',
        { reason: 'short of copies' },
        expect.objectContaining({ ifMatch: 'e1' }),
      ),
    );
  });

  it('keeps the reason that is being written when the next reading offers nothing to release', async () => {
    const short = says('Held: member2 runs 2 of 4.');
    const restore = {
      clusters: ['member2'],
      basis: 'approved',
      sentence: short,
      etag: 'e1',
    } as const;
    const offered: Lane = {
      ...lane,
      state: 'armed',
      restore: { ...restore, clusters: ['member2'] },
    };
    const listLanes = jest
      .fn<ReturnType<ApprovalsApi['listLanes']>, []>()
      .mockResolvedValueOnce({
        items: [offered],
        revision: '1',
        coverage: fullCoverage,
      })
      .mockResolvedValue({
        items: [{ ...offered, restore: undefined }],
        revision: '2',
        coverage: fullCoverage,
      });
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    try {
      const item = await show({}, { listLanes });
      await user.click(
        within(item).getByRole('button', { name: 'Release approved content' }),
      );
      const field = within(screen.getByRole('dialog')).getByRole('textbox');
      await user.type(field, 'short of copies');
      await act(() => jest.advanceTimersByTimeAsync(60_000));
      expect(listLanes.mock.calls.length).toBeGreaterThan(1);
      expect(field).toHaveValue('short of copies');
      expect(
        within(screen.getByRole('dialog')).getByText(
          /It changed since you looked/,
        ),
      ).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('offers what was approved before to nobody who may not release it', async () => {
    const ability = {
      allowed: false,
      code: 'NOT_PERMITTED',
      sentence: sentence('approval.refused.notPermitted'),
    } as const;
    const short = says('Held: member2 runs 2 of 4.');
    const item = await show({
      state: 'armed',
      restore: {
        clusters: ['member2'],
        basis: 'approved',
        sentence: short,
        etag: 'e1',
      },
      can: { arm: ability, disarm: ability, restore: ability },
    });
    expect(
      within(item).queryByRole('button', { name: 'Release approved content' }),
    ).toBeNull();
    expect(
      within(item).getByText(`Disarm: ${ability.sentence.text}`),
    ).toBeInTheDocument();
  });

  it('lets who may not let go of a lane restore it, and calls on the button what nobody approved', async () => {
    const refused = {
      allowed: false,
      code: 'NOT_PERMITTED',
      sentence: sentence('approval.refused.notPermitted'),
    } as const;
    const unapproved = says('Nobody approved it here.');
    const item = await show({
      state: 'armed',
      restore: {
        clusters: ['member2'],
        basis: 'baseline',
        sentence: unapproved,
        etag: 'e1',
      },
      can: { arm: refused, disarm: refused, restore: { allowed: true } },
    });
    await userEvent.click(
      within(item).getByRole('button', { name: 'Release without approval' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Release what nobody approved here',
    });
    expect(within(dialog).getByText(unapproved.text)).toBeInTheDocument();
  });

  it('shows a cluster that is lost or left as neither well nor released', async () => {
    const cluster = (name: string, state: 'lost' | 'leaving' | 'released') => ({
      cluster: name,
      state,
      sentence: says(`${name} is ${state}`),
    });
    const item = await show({
      clusters: [
        cluster('member1', 'lost'),
        cluster('member2', 'leaving'),
        cluster('member3', 'released'),
      ],
    });
    const shapeOf = (state: string) =>
      within(item).getByRole('img', { name: state }).getAttribute('data-shape');
    expect(shapeOf('lost')).toBe('bad');
    expect(shapeOf('leaving')).toBe('out');
    expect(shapeOf('released')).toBe('ok');
  });

  it('says why a lane cannot be armed by the reader', async () => {
    const ability = {
      allowed: false,
      code: 'NOT_PERMITTED',
      sentence: sentence('approval.refused.notPermitted'),
    } as const;
    const item = await show({
      can: { arm: ability, disarm: ability, restore: ability },
    });
    expect(within(item).queryByRole('button', { name: 'Arm…' })).toBeNull();
    expect(
      within(item).getByText(`Arm: ${ability.sentence.text}`),
    ).toBeInTheDocument();
  });

  it.each<[string, Partial<Lane>, string | undefined]>([
    [
      'our note holds and nobody knows of',
      { state: 'held', armedBy: 'user:default/paul' },
      'Arm',
    ],
    ['somebody else holds', { state: 'held' }, undefined],
    ['is being released', { state: 'releasing' }, 'Disarm'],
    ['has no policy any more', { state: 'orphaned' }, 'Disarm'],
  ])(
    'names of a lane that %s the act that is refused',
    async (_, shown, refused) => {
      const ability = {
        allowed: false,
        code: 'NOT_PERMITTED',
        sentence: sentence('approval.refused.notPermitted'),
      } as const;
      const item = await show({
        ...shown,
        can: { arm: ability, disarm: ability, restore: ability },
      });
      const said = within(item).queryByText(ability.sentence.text, {
        exact: false,
      });
      expect(said?.textContent).toBe(
        refused && `${refused}: ${ability.sentence.text}`,
      );
    },
  );

  it.each<[string, Partial<Lane>, string, string[]]>([
    [
      'our note holds and nobody knows of',
      { state: 'held', armedBy: 'user:default/paul' },
      'Held by our note, not on record here',
      ['arm'],
    ],
    [
      'somebody lifted',
      { state: 'open', armedBy: 'user:default/paul' },
      'Open',
      ['arm', 'disarm'],
    ],
    ['somebody else holds', { state: 'held' }, 'Held by somebody else', []],
  ])(
    'offers of a lane that %s what can be done with it',
    async (_, shown, word, offered) => {
      const able = (name: string) => ({ allowed: offered.includes(name) });
      const item = await show({
        ...shown,
        can: {
          arm: able('arm'),
          disarm: able('disarm'),
          restore: { allowed: false },
        },
      });
      expect(within(item).getByText(word)).toBeInTheDocument();
      expect(
        within(item).queryAllByRole('button', { name: 'Arm…' }),
      ).toHaveLength(Number(offered.includes('arm')));
      expect(
        within(item).queryAllByRole('button', { name: 'Disarm…' }),
      ).toHaveLength(Number(offered.includes('disarm')));
    },
  );

  it('says on which control plane it is, and once more before it is armed', async () => {
    const item = await show(
      { can: { ...lane.can, disarm: { allowed: false } } },
      { manageLane: async () => preview },
    );
    expect(within(item).getByText('on karmada')).toBeInTheDocument();
    await userEvent.click(within(item).getByRole('button', { name: 'Arm…' }));
    expect(
      await screen.findByRole('dialog', {
        name: `Have ${lane.policy} on karmada wait for people`,
      }),
    ).toBeInTheDocument();
  });
});
