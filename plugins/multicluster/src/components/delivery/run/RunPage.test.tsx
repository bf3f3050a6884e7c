import {
  MulticlusterApi,
  RunDetails,
  StageLogFrame,
  StageLogQuery,
} from '@fairway/backstage-plugin-multicluster-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildGate } from '../../../__testUtils__/delivery/buildGate';
import { buildRunDetails } from '../../../__testUtils__/delivery/buildRunDetails';
import { buildRunRow } from '../../../__testUtils__/delivery/buildRun';
import {
  buildStage,
  rollingBackStages,
  waitingStages,
} from '../../../__testUtils__/delivery/buildStages';
import { said } from '../../../__testUtils__/delivery/said';
import { ago } from '../../../__testUtils__/delivery/times';
import { fakeApi } from '../../../__testUtils__/fakeApi';
import { giveElementsSize } from '../../../__testUtils__/giveElementsSize';
import { renderPage } from '../../fleet/__testUtils__/renderPage';

async function* logOf(query: StageLogQuery): AsyncGenerator<StageLogFrame> {
  yield { type: 'line', severity: 'info', text: `Start of ${query.stageId}` };
  yield { type: 'gap' };
  yield { type: 'line', severity: 'error', text: 'Cannot apply canary' };
  yield { type: 'line', severity: 'success', text: 'Applied at last' };
  yield {
    type: 'end',
    reason: 'limit',
    sentence: said('the log was longer than is shown at once'),
  };
}

const show = (
  details: RunDetails,
  answers: Partial<MulticlusterApi> = {},
  path = '/multicluster/runs/run-canary',
) =>
  renderPage(
    fakeApi<MulticlusterApi>({
      getRun: async () => details,
      readStageLog: query => logOf(query),
      ...answers,
    }),
    path,
  );

const stageTab = (name: RegExp) => screen.findByRole('tab', { name });

describe('RunPage', () => {
  giveElementsSize();

  it('says how the run stands, who made it of what, and opens where it is', async () => {
    await show(buildRunDetails());
    expect(
      await screen.findByRole('heading', { name: 'canary' }),
    ).toBeInTheDocument();
    expect(screen.getByText('v0.33.0')).toBeInTheDocument();
    expect(screen.getByText('by a commit of owner-1')).toBeInTheDocument();
    expect(await stageTab(/WAIT_APPROVAL/)).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(
      screen.getAllByRole('link', { name: 'Open in PipeCD' }),
    ).toHaveLength(2);
  });

  it('moves between stages with the keys and shows what each did', async () => {
    await show(buildRunDetails());
    const waiting = await stageTab(/WAIT_APPROVAL/);
    act(() => waiting.focus());
    await userEvent.keyboard('{ArrowUp}');
    const first = await stageTab(/K8S_CANARY_ROLLOUT/);
    expect(first).toHaveFocus();
    const panel = within(screen.getByRole('tabpanel'));
    expect(panel.getByText('Canary 10%')).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      'stage=k8s_canary_rollout',
    );
  });

  it('opens the stage that the address names', async () => {
    await show(
      buildRunDetails(),
      {},
      '/multicluster/runs/run-canary?stage=k8s_primary_rollout',
    );
    expect(await stageTab(/K8S_PRIMARY_ROLLOUT/)).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(
      screen.getByText('There is no log of this stage.'),
    ).toBeInTheDocument();
  });

  it('shows who decides, whom the tool counted without its list, and a deadline that is assumed', async () => {
    const [canary, wait] = waitingStages();
    await show(
      buildRunDetails({
        stages: [
          canary,
          {
            ...wait,
            gate: buildGate({
              decisions: [
                {
                  actor: { nativeId: 'mallory', kind: 'user' },
                  verdict: 'approved',
                  listed: false,
                },
              ],
              quorum: { kind: 'n-of', received: 1 },
            }),
          },
        ],
      }),
    );
    const gate = within(
      await screen.findByRole('region', { name: 'Approval' }),
    );
    expect(gate.getByText('1 approval')).toBeInTheDocument();
    expect(gate.getByText('mallory approved').closest('li')).toHaveTextContent(
      'not on the list',
    );
    expect(gate.getByText(/assumed$/)).toBeInTheDocument();
    expect(
      gate.getByText('may be decided by sre-1, sre-2'),
    ).toBeInTheDocument();
  });

  it('follows the log, says where lines are missing and why it ended', async () => {
    await show(buildRunDetails());
    expect(await screen.findByText('Start of wait')).toBeInTheDocument();
    expect(screen.getByText(/Lines are missing here/)).toBeInTheDocument();
    expect(
      screen.getByText('the log was longer than is shown at once'),
    ).toBeInTheDocument();
  });

  it('searches the log and marks what it finds', async () => {
    await show(buildRunDetails());
    await screen.findByText('Start of wait');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search the log' }),
      'apply',
    );
    expect(screen.getByText('apply').tagName).toBe('MARK');
    expect(screen.queryByText('Start of wait')).toBeNull();
    expect(screen.getByText(/2 of 4 lines/)).toBeInTheDocument();
  });

  it('stays with the stage that somebody reads, wherever the run goes on to', async () => {
    await show(buildRunDetails());
    await screen.findByText('Start of wait');
    expect(screen.getByLabelText('address')).not.toHaveTextContent('stage=');
    const search = screen.getByRole('searchbox', { name: 'Search the log' });
    await userEvent.type(search, 'apply');
    expect(screen.getByLabelText('address')).toHaveTextContent('stage=wait');
    expect(search).toHaveFocus();
    expect(search).toHaveValue('apply');
  });

  it('reads out how many lines were found only of a log that does not grow', async () => {
    let end = () => {};
    const ended = new Promise<void>(resolve => {
      end = resolve;
    });
    await show(buildRunDetails(), {
      async *readStageLog() {
        yield { type: 'line', severity: 'info', text: 'one' };
        yield { type: 'line', severity: 'info', text: 'two' };
        await ended;
        yield { type: 'end', reason: 'complete' };
      },
    });
    await screen.findByText('one');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search the log' }),
      'tw',
    );
    const found = screen.getByText(/1 of 2 lines/);
    expect(found).not.toHaveAttribute('role');
    await act(async () => end());
    expect(screen.getByText(/1 of 2 lines/)).toHaveAttribute('role', 'status');
  });

  it('leaves errors only when asked to', async () => {
    await show(buildRunDetails());
    await screen.findByText('Start of wait');
    await userEvent.click(screen.getByRole('button', { name: 'Which lines' }));
    await userEvent.click(screen.getByRole('option', { name: 'Errors only' }));
    expect(screen.getByText('Cannot apply canary')).toBeInTheDocument();
    expect(screen.queryByText('Applied at last')).toBeNull();
  });

  it('says beside the stage that failed what its log says last of that', async () => {
    const stages = [
      buildStage('wait'),
      buildStage('analysis', { status: 'failed' }),
    ];
    const readStageLog = jest.fn(logOf);
    await show(
      buildRunDetails({
        run: buildRunRow({ status: 'failed', detail: undefined }),
        stages,
        sentences: [{ ...said('Failed at ANALYSIS'), tone: 'bad' }],
      }),
      { readStageLog },
    );
    const note = await screen.findByText(
      'Last error in the log of ANALYSIS: Cannot apply canary',
    );
    expect(note.closest('[data-note]')).toHaveAttribute('data-note', 'bad');
    // A run that goes well asks for no log but the one that is open.
    expect(
      readStageLog.mock.calls.every(([{ stageId }]) => stageId === 'analysis'),
    ).toBe(true);
  });

  it('shows a roll-back while it happens, and what a tool wrote as text', async () => {
    await show(
      buildRunDetails({
        run: buildRunRow({ status: 'running', detail: 'rolling-back' }),
        stages: rollingBackStages(),
        sentences: [{ ...said('Rolling back: it failed.'), tone: 'warn' }],
      }),
    );
    expect(await stageTab(/^ROLLBACK/)).toHaveTextContent('Rolling back');
    expect(await stageTab(/^ROLLBACK/)).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await userEvent.click(await stageTab(/K8S_PRIMARY_ROLLOUT/));
    expect(
      screen.getByText('timed out waiting for <b>deployment</b>'),
    ).toBeInTheDocument();
  });

  it('names the chain and what stands before it, and what was placed nowhere', async () => {
    await show(
      buildRunDetails({
        chain: [
          buildRunRow({
            id: 'a',
            pipeline: { id: '', nativeId: '', name: 'app-1' },
          }),
          buildRunRow(),
        ],
        behind: [
          buildRunRow({
            id: 'b',
            pipeline: { id: '', nativeId: '', name: 'older' },
          }),
        ],
        agent: { nativeId: 'p', name: 'piped-1', state: 'offline' },
        placedNowhere: [
          {
            workloadId: 'w',
            controlPlane: 'karmada',
            kind: 'Deployment',
            namespace: 'demo',
            name: 'canary-canary',
            sentence: said('canary-canary is placed nowhere'),
          },
        ],
      }),
    );
    const chain = await screen.findByRole('list', { name: 'Chain of runs' });
    expect(within(chain).getAllByRole('listitem')).toHaveLength(2);
    expect(
      screen.getByRole('list', { name: 'Runs that stand before it' }),
    ).toHaveTextContent('older');
    expect(
      screen.getByText('canary-canary is placed nowhere'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('piped-1, which runs it, is offline'),
    ).toBeInTheDocument();
  });

  it('offers nothing while its source is not read, and draws all of it as last known', async () => {
    await show(
      buildRunDetails({
        run: buildRunRow({
          freshness: { state: 'last-known', since: ago(300) },
        }),
      }),
    );
    const list = await screen.findByRole('tablist', {
      name: 'Stages of the run',
    });
    expect(within(list).queryByText('Succeeded')).toBeNull();
    expect(within(list).getByText('Last known: succeeded')).toBeInTheDocument();
    // What leads to the run in the tool stays; what leads to a decision does not.
    expect(
      screen.getAllByRole('link', { name: 'Open in PipeCD' }),
    ).toHaveLength(1);
  });

  it('says once that the tool is not read', async () => {
    const reason = said('PipeCD cannot be read at the moment');
    await show(
      buildRunDetails({
        run: buildRunRow({ freshness: { state: 'last-known', reason } }),
        sentences: [{ ...reason, tone: 'warn' }],
      }),
    );
    expect(await screen.findAllByText(/cannot be read at the/)).toHaveLength(1);
  });

  it('asks the tool what is deployed only when somebody asks', async () => {
    const getPipelineLive = jest.fn(async () => ({
      diff: '- <script>alert(1)</script>',
      targets: [
        {
          name: 'karmada',
          health: 'healthy' as const,
          resources: [
            {
              id: 'r',
              parentIds: [],
              name: 'canary',
              kind: 'Deployment',
              health: 'healthy' as const,
            },
          ],
        },
      ],
    }));
    await show(buildRunDetails(), { getPipelineLive });
    const button = await screen.findByRole('button', {
      name: 'Ask the tool what is deployed',
    });
    expect(getPipelineLive).not.toHaveBeenCalled();
    await userEvent.click(button);
    expect(await screen.findByText('Deployment / canary')).toBeInTheDocument();
    expect(screen.getByText('- <script>alert(1)</script>')).toBeInTheDocument();
  });

  it('says of a run without stages that the tool lists none', async () => {
    await show(buildRunDetails({ stages: [] }));
    expect(
      await screen.findByText('The tool has not listed any stages.'),
    ).toBeInTheDocument();
  });

  it('indents the parts of a stage', async () => {
    await show(
      buildRunDetails({
        stages: [
          buildStage('all', { kind: 'parallel' }),
          buildStage('part', { parentId: 'all' }),
        ],
      }),
    );
    await userEvent.click(await stageTab(/^PART/));
    expect(screen.getByText('Part of ALL')).toBeInTheDocument();
  });

  it('says that a run does not exist or is not the reader’s', async () => {
    await show(buildRunDetails(), {
      getRun: async () => {
        throw Object.assign(new Error('no'), { statusCode: 404 });
      },
    });
    expect(await screen.findByText('Not found')).toBeInTheDocument();
  });
});
