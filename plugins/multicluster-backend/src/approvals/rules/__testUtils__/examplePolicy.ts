import { ApprovalPolicy } from '../../model/ApprovalPolicy';

/** A policy of production as its defaults are, with one owner to agree. */
export function examplePolicy(
  more: Partial<ApprovalPolicy> = {},
): ApprovalPolicy {
  return {
    name: 'production',
    builtIn: false,
    require: { atLeast: 1, of: { owners: true } },
    rejections: 1,
    separation: { requester: true, author: true, unmappedAuthor: 'block' },
    subject: { complete: true, unpinned: 'allow' },
    remindAt: [50, 80],
    recallMs: 10_000,
    windows: [],
    overrun: false,
    supersede: 'latest',
    comment: 'optional',
    exempt: { replicas: true, failover: true, return: true },
    escalate: [],
    ...more,
  };
}
