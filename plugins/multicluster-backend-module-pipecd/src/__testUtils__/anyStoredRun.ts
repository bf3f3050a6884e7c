import { PipecdRun } from '../native/PipecdRun';

/** A run with everything that can be stored of one. */
export const anyStoredRun: PipecdRun = {
  generation: 'v1',
  status: 2,
  reason: 'because',
  summary: 'Sync with the pipeline',
  completedAt: 1795260000,
  stages: [
    {
      id: 'gate',
      key: 'gate',
      name: 'WAIT_APPROVAL',
      description: 'Somebody looks at it',
      status: 1,
      requires: [],
      at: 1795260000,
      retried: 1,
      gate: true,
      approvers: ['alice', 'bob'],
      approvedBy: ['alice'],
      display: 'Approved by: alice',
      log: {
        minimum: 2,
        approvals: [{ name: 'alice', at: 1795260001 }],
        enough: true,
        timedOut: '40s',
        cancelled: true,
      },
    },
    {
      id: 'analysis',
      key: 'analysis',
      name: 'ANALYSIS',
      status: 5,
      requires: ['gate'],
      retried: 0,
      skippedBy: 'erin',
      shares: { 'canary-percentage': '10' },
      elapsed: '10s',
    },
    {
      id: 'rollback',
      key: 'rollback',
      name: 'ROLLBACK',
      status: 0,
      requires: [],
      retried: 0,
      hidden: true,
      rollback: true,
    },
  ],
};
