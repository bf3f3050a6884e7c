import { Caller } from '@fairway/backstage-plugin-multicluster-node';
import { JsonObject } from '@backstage/types';
import { Idempotency } from '../approvals/engine/ApprovalEngine';
import { Asking } from './FleetService';

/** Who asks for a change. */
export interface Writing extends Asking {
  /** Repetitions of one wish are answered as the first was. */
  idempotency: Idempotency;
}

/** {@inheritDoc Writing} */
export interface WritingTo extends Writing {
  /** From `If-Match`: what was looked at, without quotes. */
  ifMatch: string;
}

/**
 * Who makes a change, after it was judged that they may: a person with credentials of their own, in the catalog, and never a
 * service or one that acts for somebody.
 */
export interface Acting {
  /** Ref, and who that is at the far end. Groups of the token: nothing that is decided about rests on them. */
  caller: Caller;
  idempotency: Idempotency;
  /** By what the permission was judged; goes into the trail. */
  evidence: JsonObject;
}
