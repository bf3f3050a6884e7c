import { Gate, sentence } from '@fairway/backstage-plugin-multicluster-common';
import { SeedRun } from './seedDelivery';

/** A gate that waits for somebody. */
export const waitingGate: Gate = {
  id: 'approve',
  stageId: 'approve',
  state: 'pending',
  version: '1',
  title: 'Approve',
  approvers: [{ nativeId: 'ann', kind: 'user' }],
  anyone: false,
  quorum: { kind: 'n-of', n: 1, received: 0 },
  decisions: [],
  openedAt: '2026-11-20T10:01:00.000Z',
  enforcement: 'cooperative',
  identityModes: ['deep-link'],
  actionable: true,
  sentence: sentence('gate.waiting', { count: 1 }),
  url: 'https://tool.example/runs/2',
};

/** A run of the pipeline `shop-canary` that deployed and waits for somebody. */
export const waitingRun: SeedRun = {
  key: 'shop-canary-2',
  pipelineKey: 'shop-canary',
  number: 2,
  commit: { sha: 'abc123', message: 'Make it blue', author: 'ann' },
  artifacts: [{ kind: 'image', name: 'shop', version: 'v2' }],
  derived: {
    status: 'waiting',
    nativeStatus: 'RUNNING',
    sentence: sentence('run.waiting'),
    startedAt: '2026-11-20T10:00:30.000Z',
    stages: [
      {
        id: 'deploy',
        name: 'Deploy',
        kind: 'task',
        status: 'succeeded',
        nativeStatus: 'SUCCESS',
        requires: [],
        steps: [],
        notes: [],
        hasLog: true,
      },
      {
        id: 'approve',
        name: 'Approve',
        kind: 'approval',
        status: 'waiting',
        nativeStatus: 'RUNNING',
        requires: ['deploy'],
        steps: [],
        notes: [],
        hasLog: true,
        gate: waitingGate,
      },
    ],
  },
};
