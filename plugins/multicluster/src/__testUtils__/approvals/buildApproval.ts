import {
  ApprovalItem,
  ApprovalRequest,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

const yes = { allowed: true };
const no = { allowed: false };

/** A request of an open gate in production that the reader may decide. */
export function buildApproval(
  request: Partial<ApprovalRequest> = {},
  item: Partial<ApprovalItem> = {},
): ApprovalItem {
  return {
    request: {
      id: 'r1',
      kind: 'pull',
      state: 'pending',
      generation: 1,
      etag: '"r1.1.1"',
      title: 'Deliver checkout to production',
      source: 'pipecd',
      tool: 'PipeCD',
      run: { id: 'run1', pipeline: 'checkout' },
      environment: 'production',
      entityRefs: ['component:default/checkout'],
      subject: {
        v: 1,
        kind: 'pull',
        source: 'pipecd',
        run: { key: 'd1', pipelineKey: 'a1' },
        gate: 'release',
        lane: null,
        commit: '71ab0d4e5f60718293a4b5c6d7e8f90112233445',
        images: [
          {
            name: 'checkout',
            version: 'v1.8.3',
            digest: 'sha256:4f1c',
            unpinned: false,
          },
        ],
        targets: ['member2', 'member4'],
        manifests: null,
        policyHash: 'p',
        unknown: { manifests: 'rendered-by-tool' },
      },
      subjectDigest: 'a'.repeat(64),
      requesters: [{ nativeId: 'noor', kind: 'user', role: 'trigger' }],
      policy: { name: 'production', hash: 'p', builtIn: false },
      quorum: {
        met: false,
        rule: {
          kind: 'atLeast',
          needed: 2,
          counted: ['user:default/paul'],
          of: { groups: ['group:default/platform'] },
        },
      },
      enforcement: 'cooperative',
      identityMode: 'pull',
      delivery: 'worker',
      votes: [
        {
          voter: 'user:default/paul',
          decision: 'approve',
          status: 'counted',
          groups: ['group:default/platform'],
          subjectDigest: 'a'.repeat(64),
          generation: 1,
          at: '2026-11-21T12:00:00Z',
        },
      ],
      steps: [],
      createdAt: '2026-11-21T11:50:00Z',
      sentence: sentence('approval.waiting.more', { count: 1 }),
      notes: [],
      ...request,
    },
    tone: 'hold',
    can: {
      approve: yes,
      reject: yes,
      withdraw: no,
      recall: no,
      breakGlass: no,
      review: no,
      resolve: no,
    },
    mine: true,
    related: [],
    ...item,
  };
}
