import { RequestDraft } from '../engine/ApprovalEngine';
import { ApprovalPolicy } from '../model/ApprovalPolicy';

export const twoOfShop: ApprovalPolicy = {
  name: 'production',
  builtIn: false,
  require: { atLeast: 2, of: { owners: true } },
  rejections: 1,
  separation: { requester: true, author: true, unmappedAuthor: 'allow' },
  subject: { complete: false, unpinned: 'allow' },
  remindAt: [],
  recallMs: 0,
  windows: [],
  overrun: false,
  supersede: 'latest',
  comment: 'optional',
  breakGlass: { reviewWithinMs: 3600_000 },
  exempt: { replicas: false, failover: false, return: false },
  escalate: [],
};

/** A request about a gate, as whoever observes opens it. */
export function draftOf(
  gateKey: string,
  more: Partial<Omit<RequestDraft, 'policy'>> & {
    policy?: Partial<ApprovalPolicy>;
  } = {},
): RequestDraft {
  return {
    gateKey,
    kind: 'gate',
    source: 'west',
    runKey: 'run-1',
    pipelineKey: 'cart',
    gateId: 'approve',
    gateVersion: '1',
    title: 'cart 1.2 to production',
    environment: 'production',
    subject: {
      v: 1,
      kind: 'gate',
      source: 'west',
      run: { key: 'run-1', pipelineKey: 'cart' },
      gate: 'approve',
      lane: null,
      commit: 'abc',
      images: null,
      targets: null,
      manifests: null,
      policyHash: 'p1',
      unknown: {},
    },
    subjectDigest: 'd1',
    policyHash: 'p1',
    requesters: [
      {
        nativeId: 'rita',
        entityRef: 'user:default/rita',
        kind: 'user',
        role: 'trigger',
      },
    ],
    enforcement: 'enforced',
    identityMode: 'user-token',
    delivery: 'worker',
    detail: { tool: 'Tool' },
    entities: [{ entityRef: 'component:default/cart', confirmed: true }],
    ...more,
    policy: { ...twoOfShop, ...more.policy },
  };
}
