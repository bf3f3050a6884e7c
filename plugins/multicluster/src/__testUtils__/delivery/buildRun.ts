import {
  PipelineRun,
  RunRow,
} from '@fairway/backstage-plugin-multicluster-common';
import { said } from './said';
import { ago } from './times';

/** A run of `canary` as it is stored: it waits for approval unless told. */
export function buildRun(options: Partial<PipelineRun> = {}): PipelineRun {
  return {
    id: 'run-canary',
    source: 'pipecd',
    nativeId: 'd-canary',
    pipeline: {
      id: 'pipeline-canary',
      nativeId: 'app-canary',
      name: 'canary',
      tool: 'PipeCD',
    },
    status: 'waiting',
    nativeStatus: 'DEPLOYMENT_RUNNING',
    sentence: said('WAIT_APPROVAL waits for approval: 1 of 2 given by sre-1'),
    summary: 'Sync progressively',
    trigger: {
      kind: 'commit',
      actor: { nativeId: 'owner-1', kind: 'user' },
      at: ago(900),
    },
    commit: {
      sha: '71ab0d4c2f1e9b7a6d5c4b3a2918070605040302',
      message: 'retry on 503\n\nlonger explanation',
      author: 'owner-1',
      url: 'https://git.example/shop/canary/commit/71ab0d4',
    },
    artifacts: [{ kind: 'image', name: 'helloworld', version: 'v0.33.0' }],
    createdAt: ago(900),
    startedAt: ago(880),
    url: 'https://pipecd.example/deployments/d-canary',
    ...options,
  };
}

/** The same run as a list shows it. */
export function buildRunRow(options: Partial<RunRow> = {}): RunRow {
  return {
    ...buildRun(options),
    entityRefs: ['component:default/checkout'],
    gates: [],
    freshness: { state: 'live' },
    ...options,
  };
}
