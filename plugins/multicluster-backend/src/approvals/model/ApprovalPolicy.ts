import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';

/** How requests of an environment are decided: the platform's word, as it was when the request was made. */
export interface ApprovalPolicy {
  name: string;
  /** True: no policy names the environment; one member of the owner group who did not ask for it. */
  builtIn: boolean;
  require: QuorumRule;
  /** How many rejections end it. */
  rejections: number;
  separation: {
    requester: boolean;
    author: boolean;
    /** What an author whom nobody in the catalog is means. */
    unmappedAuthor: 'block' | 'allow';
  };
  subject: { complete: boolean; unpinned: 'allow' | 'refuse' };
  /** Milliseconds; absent: the deadline of the tool alone. */
  expiresAfterMs?: number;
  /** Percent of its time. */
  remindAt: number[];
  /** Milliseconds within which a decision can be taken back. */
  recallMs: number;
  windows: ApprovalWindow[];
  /** A freeze that begins while a decision is queued: false takes it back. */
  overrun: boolean;
  /** A newer change of the same lane: `latest` closes the older request. */
  supersede: 'latest' | 'queue';
  comment: 'optional' | 'required' | 'on-reject';
  /** `ticket`: the form of a ticket, an expression for all of it; `alsoTickets`: forms that it must have besides. */
  breakGlass?: {
    ticket?: string;
    alsoTickets?: string[];
    reviewWithinMs: number;
  };
  exempt: { replicas: boolean; failover: boolean; return: boolean };
  /** Clusters of a lane in order; absent: one by one by name. `person`: somebody continues after each. */
  waves?: { clusters: string[][]; next: 'healthy' | 'person' };
  /** Whose work it is when a delivery halts; refs of groups. */
  escalate: string[];
}

/** When something may take effect, or must not. Local times of a zone. */
export interface ApprovalWindow {
  name: string;
  kind: 'allow' | 'deny';
  /** IANA, for example Europe/Berlin. */
  timezone: string;
  /** Weekly: 1 is Monday. Absent with `from` and `to` as dates: once. */
  days?: number[];
  /** `HH:mm`, or ISO 8601 without offset for one that is not weekly. */
  from: string;
  to: string;
  /** Openings of one set are alternatives; one of each set has to hold. 0 when absent. */
  set?: number;
}
