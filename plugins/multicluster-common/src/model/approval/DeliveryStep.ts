import { IdentityMode } from '../IdentityMode';
import { Sentence } from '../Sentence';

/**
 * One effect at the source: a vote where the tool counts people, a cluster or a wave where dispatch is held, the one answer
 * where a stage asks the portal.
 *
 * @remarks
 * `observed`: its effect was seen. `not-needed`: what it was for happened without it. `unproven`: the source accepted it, and
 * nothing there can be read that would prove it. `recalled`: taken back before anybody took it up.
 *
 * @public
 */
export interface DeliveryStep {
  /** Order within its delivery, from 0. */
  ordinal: number;
  /** Unique within its delivery, for example `voter/user:default/ann` or `cluster/member1`. */
  key: string;
  title: string;
  state:
    | 'queued'
    | 'waiting'
    | 'leased'
    | 'sent'
    | 'ambiguous'
    | 'observed'
    | 'unproven'
    | 'not-needed'
    | 'halted'
    | 'needs-user'
    | 'recalled'
    | 'failed';
  /** As whom the source sees it. */
  identity: { mode: IdentityMode; nativeId?: string };
  attempts: number;
  sentence?: Sentence;
  /** What the source calls it. */
  providerRef?: string;
  /** ISO 8601. */
  sentAt?: string;
  /** ISO 8601. */
  observedAt?: string;
}
