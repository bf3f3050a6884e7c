import {
  MulticlusterApi,
  StageLogFrame,
} from '@fairway/backstage-plugin-multicluster-common';
import { buildEntityRuns } from '../src/__testUtils__/delivery/buildEntityRuns';
import { buildPipeline } from '../src/__testUtils__/delivery/buildPipeline';
import { buildPromotion } from '../src/__testUtils__/delivery/buildPromotion';
import { buildRun, buildRunRow } from '../src/__testUtils__/delivery/buildRun';
import { buildRunDetails } from '../src/__testUtils__/delivery/buildRunDetails';
import { rollingBackStages } from '../src/__testUtils__/delivery/buildStages';
import { said } from '../src/__testUtils__/delivery/said';
import { ago } from '../src/__testUtils__/delivery/times';

const NOWHERE = {
  workloadId: 'w1',
  controlPlane: 'karmada',
  kind: 'Deployment',
  namespace: 'demo',
  name: 'canary-canary',
  sentence: said(
    'canary-canary is applied to the control plane and placed nowhere: no policy selects it',
  ),
};

const goingBack = buildRun({
  id: 'run-back',
  status: 'running',
  detail: 'rolling-back',
  number: 41,
  sentence: said('Rolling back: K8S_PRIMARY_ROLLOUT failed'),
});
const done = buildRun({
  id: 'run-done',
  status: 'succeeded',
  sentence: said('Succeeded'),
  finishedAt: ago(4_000),
  createdAt: ago(4_300),
});

const pipelines = [
  buildPipeline({ placedNowhere: [NOWHERE] }),
  buildPipeline({
    id: 'p2',
    nativeId: 'app-analysis',
    name: 'analysis',
    environment: 'test',
    latest: goingBack,
    stages: rollingBackStages(),
    gates: [],
  }),
  buildPipeline({
    id: 'p3',
    nativeId: 'app-1',
    name: 'app-1',
    latest: done,
    stages: [],
    gates: [],
    environment: undefined,
    agent: {
      nativeId: 'piped-2',
      name: 'piped-2',
      state: 'offline',
      since: ago(190),
    },
  }),
  buildPipeline({
    id: 'p4',
    nativeId: 'app-old',
    name: 'mail',
    gates: [],
    freshness: {
      state: 'last-known',
      since: ago(400),
      reason: said('Last known: pipecd-2 was not read for 6 min'),
    },
  }),
];

async function* log(): AsyncGenerator<StageLogFrame> {
  for (let index = 0; ; index++) {
    const severity = (['info', 'info', 'success', 'error'] as const)[index % 4];
    yield {
      type: 'line',
      severity,
      time: ago(0),
      text: `Line ${index}: applying the manifests of canary`,
    };
    if (index === 5) {
      yield { type: 'gap' };
    }
    await new Promise(resolve => {
      setTimeout(resolve, 700);
    });
  }
}

/** A made-up back end for runs and pipelines: one that waits, one that goes back, one whose agent is away, one that is last known. */
export const deliveryAnswers: Partial<MulticlusterApi> = {
  getEntityRuns: async () =>
    buildEntityRuns({
      pipelines,
      items: [
        buildRunRow({ number: 12 }),
        buildRunRow({ ...goingBack, freshness: { state: 'live' } }),
        ...Array.from({ length: 30 }, (_, index) =>
          buildRunRow({
            ...done,
            id: `run-${index}`,
            number: 10 - index,
            createdAt: ago(9_000 * (index + 1)),
            startedAt: ago(9_000 * (index + 1)),
            finishedAt: ago(9_000 * (index + 1) - 200),
          }),
        ),
      ],
      coverage: { seen: 4, total: 4, stale: 1 },
    }),
  getEntityPromotion: async () => buildPromotion(),
  getRun: async id =>
    id === 'run-back'
      ? buildRunDetails({
          run: buildRunRow({ ...goingBack, environment: 'test' }),
          stages: rollingBackStages(),
          sentences: [{ ...goingBack.sentence, tone: 'warn' }],
        })
      : buildRunDetails({
          placedNowhere: [NOWHERE],
          chain: [buildRunRow({ ...done, environment: 'test' }), buildRunRow()],
        }),
  readStageLog: () => log(),
  listPipelines: async () => ({
    revision: '1',
    observedAt: ago(1),
    coverage: { seen: 4, total: 4, stale: 1, problems: [] },
    items: pipelines.map(({ gates, ...pipeline }) => ({
      ...pipeline,
      entityRefs: ['component:default/checkout'],
      gatesWaiting: gates.length,
    })),
    total: pipelines.length,
  }),
  getPipelineLive: async () => ({
    diff: '--- a/deployment.yaml\n+++ b/deployment.yaml\n-  replicas: 2\n+  replicas: 4\n',
    targets: [
      {
        name: 'karmada',
        health: 'healthy',
        resources: [
          {
            id: 'r',
            parentIds: [],
            name: 'canary',
            namespace: 'demo',
            kind: 'Deployment',
            health: 'healthy',
          },
        ],
      },
    ],
  }),
};
