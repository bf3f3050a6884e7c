import { Actor, Sentence } from '@fairway/backstage-plugin-multicluster-common';

/** What was seen of the gate that an open request is about. */
export type GateEvent =
  /** It waits as before; what it is about is to be looked at. */
  | { type: 'waits' }
  /** What was read does not have it. Nothing is concluded from one such read. */
  | { type: 'gone'; sentence: Sentence }
  /** `ours`: ids of our steps of which the effect is seen; absent: nobody has looked. */
  | {
      type: 'decided';
      decision: 'approve' | 'reject';
      actor?: Actor;
      ours?: string[];
    }
  /** It ended and nobody decided. */
  | { type: 'ended'; how: 'expired' | 'cancelled'; sentence: Sentence }
  /** Nothing that says anything. */
  | { type: 'nothing' };
