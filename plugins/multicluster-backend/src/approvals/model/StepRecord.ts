import {
  DeliveryStep,
  IdentityMode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { JsonObject } from '@backstage/types';

/** A step as it is stored. Times are milliseconds since the epoch, by the clock of the database. */
export interface StepRecord {
  id: string;
  deliveryId: string;
  requestId: string;
  generation: number;
  ordinal: number;
  key: string;
  title: string;
  voter?: string;
  cluster?: string;
  state: DeliveryStep['state'];
  identity: { mode: IdentityMode; nativeId?: string };
  /** What makes a repetition recognisable at the source. */
  idempotencyKey: string;
  /** Grows with each lease; whoever has an older one writes nothing. */
  fence: number;
  leaseOwner?: string;
  leaseUntil?: number;
  /** Times it was sent. */
  attempts: number;
  /** Looks and sendings in a row of which nothing came. */
  failures: number;
  nextAt?: number;
  providerRef?: string;
  sentence?: Sentence;
  /** What its next look is to know. `waiting`: about what it waits for, see withoutWaiting. */
  memory?: JsonObject;
  sentAt?: number;
  observedAt?: number;
}

/** What a step is planned with, before it is stored. */
export type PlannedStep = Pick<
  StepRecord,
  'key' | 'title' | 'voter' | 'cluster' | 'identity'
>;
