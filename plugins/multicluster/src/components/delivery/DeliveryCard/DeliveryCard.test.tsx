import {
  EntityPipeline,
  EntityRuns,
} from '@fairway/backstage-plugin-multicluster-common';
import { act, screen, within } from '@testing-library/react';
import { buildEntityRuns } from '../../../__testUtils__/delivery/buildEntityRuns';
import { buildGate } from '../../../__testUtils__/delivery/buildGate';
import { buildPipeline } from '../../../__testUtils__/delivery/buildPipeline';
import { buildRun } from '../../../__testUtils__/delivery/buildRun';
import { rollingBackStages } from '../../../__testUtils__/delivery/buildStages';
import { said } from '../../../__testUtils__/delivery/said';
import { ago } from '../../../__testUtils__/delivery/times';
import { renderForEntity } from '../../../__testUtils__/renderForEntity';
import { DeliveryCard } from './DeliveryCard';

const show = (runs: EntityRuns) =>
  renderForEntity(<DeliveryCard />, { getEntityRuns: async () => runs });

const showPipeline = async (options: Partial<EntityPipeline>) => {
  await show(buildEntityRuns({ pipelines: [buildPipeline(options)] }));
  const name = await screen.findByText(options.name ?? 'canary');
  // What is not as usual is loaded when it is needed.
  await import('./Rare');
  await act(async () => {});
  return within(name.closest('[data-pipeline]') as HTMLElement);
};

describe('DeliveryCard', () => {
  it('says first what is waited for, then how far the run is, what it delivers and whose it is', async () => {
    await show(buildEntityRuns());
    expect(await screen.findByText('Waits for you:')).toBeInTheDocument();
    const strip = screen.getByRole('list', { name: 'Stages of canary' });
    expect(strip).toHaveTextContent('WAIT_APPROVAL');
    expect(screen.getByText('1 of 4 stages done')).toBeInTheDocument();
    expect(screen.getByText('v0.33.0')).toBeInTheDocument();
    expect(screen.getByText('retry on 503')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '71ab0d4' })).toHaveAttribute(
      'href',
      'https://git.example/shop/canary/commit/71ab0d4',
    );
    expect(screen.getByText('by a commit of owner-1')).toBeInTheDocument();
    expect(screen.getByText('production')).toBeInTheDocument();
    expect(screen.getByText('1 of 1 pipeline read')).toBeInTheDocument();
  });

  it('leads to the gate in the tool, with k of n, names, and a deadline that it says is assumed', async () => {
    const pipeline = await showPipeline({});
    expect(
      pipeline.getByRole('link', { name: 'Open in PipeCD' }),
    ).toHaveAttribute('href', 'https://pipecd.example/deployments/d-canary');
    expect(pipeline.getByText('1 of 2')).toBeInTheDocument();
    expect(pipeline.getByText('sre-1 approved')).toBeInTheDocument();
    expect(pipeline.getByText(/^until .*, assumed$/)).toBeInTheDocument();
  });

  it('has no button once a decision would have no effect', async () => {
    const pipeline = await showPipeline({
      gates: [buildGate({ actionable: false })],
    });
    expect(pipeline.queryByText('Open in PipeCD')).toBeNull();
  });

  it('draws nothing as it is now, and offers nothing, while its source is not read', async () => {
    const pipeline = await showPipeline({
      freshness: {
        state: 'last-known',
        since: ago(60),
        reason: said('last known: PipeCD does not answer'),
      },
    });
    expect(pipeline.getAllByText('Last known: waiting')).toHaveLength(2);
    expect(pipeline.queryByText('Open in PipeCD')).toBeNull();
    expect(
      pipeline.getByText('last known: PipeCD does not answer'),
    ).toBeInTheDocument();
  });

  it('shows a roll-back while it happens', async () => {
    const pipeline = await showPipeline({
      latest: buildRun({
        status: 'running',
        detail: 'rolling-back',
        sentence: said('Rolling back: K8S_PRIMARY_ROLLOUT failed'),
      }),
      stages: rollingBackStages(),
      gates: [],
    });
    expect(pipeline.getAllByText('Rolling back')).toHaveLength(2);
    expect(
      pipeline.getByText('Rolling back: K8S_PRIMARY_ROLLOUT failed'),
    ).toBeInTheDocument();
  });

  it('calls out what was applied to a control plane and placed nowhere', async () => {
    const pipeline = await showPipeline({
      placedNowhere: [
        {
          workloadId: 'w1',
          controlPlane: 'karmada',
          kind: 'Deployment',
          namespace: 'demo',
          name: 'canary-canary',
          sentence: said(
            'canary-canary is applied to the control plane and placed nowhere',
          ),
        },
      ],
    });
    const note = pipeline
      .getByText(/canary-canary is applied/)
      .closest('[data-note]');
    expect(note).toHaveAttribute('data-note', 'warn');
  });

  it('says only once what was placed nowhere where the card says it first', async () => {
    const sentence = said('canary-canary is placed nowhere');
    await show(
      buildEntityRuns({
        sentence: { ...sentence, tone: 'warn' },
        pipelines: [
          buildPipeline({
            placedNowhere: [
              {
                workloadId: 'w1',
                controlPlane: 'karmada',
                kind: 'Deployment',
                namespace: 'demo',
                name: 'canary-canary',
                sentence,
              },
            ],
          }),
        ],
      }),
    );
    expect(await screen.findByText('1 of 2')).toBeInTheDocument();
    expect(screen.getAllByText(/canary is placed nowhere/i)).toHaveLength(1);
  });

  it('draws no success where what it delivered is not well, and says what is', async () => {
    const pipeline = await showPipeline({
      latest: buildRun({ status: 'succeeded', detail: undefined }),
      deployed: { ...said('canary is not well on member2'), tone: 'bad' },
    });
    expect(pipeline.getByText('canary is not well on member2')).toBeVisible();
    const item = pipeline.getByText('Succeeded').closest('[data-pipeline]')!;
    expect(item.querySelector('[data-shape]')).toHaveAttribute(
      'data-shape',
      'warn',
    );
  });

  it('says that whoever runs it is offline, and since when', async () => {
    const pipeline = await showPipeline({
      agent: {
        nativeId: 'p',
        name: 'piped-1',
        state: 'offline',
        since: ago(190),
      },
    });
    expect(pipeline.getByText(/piped-1 is offline/)).toHaveTextContent('3 min');
  });

  it('says of a pipeline without a run that it has none', async () => {
    const pipeline = await showPipeline({
      latest: undefined,
      stages: [],
      gates: [],
    });
    expect(pipeline.getByText('Has not run yet')).toBeInTheDocument();
  });

  it('never says of what was not read that there is none', async () => {
    await show(
      buildEntityRuns({
        pipelines: [],
        items: [],
        sentence: undefined,
        coverage: { seen: 0, total: null },
      }),
    );
    expect(
      await screen.findByText('Pipelines were not read yet'),
    ).toBeInTheDocument();
    expect(screen.getByText('0 of ? pipelines read')).toBeInTheDocument();
    expect(screen.queryByText('No pipeline found')).toBeNull();
  });

  it('says what to add where no pipeline belongs to the entity', async () => {
    await show(
      buildEntityRuns({
        pipelines: [],
        items: [],
        sentence: undefined,
        match: {
          state: 'none',
          suggestions: [
            {
              annotation: 'fairway.io/pipelines',
              value: 'name=checkout',
              on: 'entity',
            },
          ],
        },
      }),
    );
    expect(await screen.findByText('No pipeline found')).toBeInTheDocument();
    expect(
      screen.getByText('fairway.io/pipelines: name=checkout'),
    ).toBeInTheDocument();
  });

  it('shows the text of tools as text, and no link that is none', async () => {
    const pipeline = await showPipeline({
      latest: buildRun({
        commit: {
          sha: 'abc',
          message: '<img src=x onerror=alert(1)>',
          url: 'data:text/html,x',
        },
      }),
    });
    expect(
      pipeline.getByText('<img src=x onerror=alert(1)>'),
    ).toBeInTheDocument();
    expect(pipeline.queryByRole('link', { name: 'abc' })).toBeNull();
  });
});
