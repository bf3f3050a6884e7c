import {
  RunDetail,
  RunStatus,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** What a reader learns of a run before its stages. @internal */
export interface RunHead {
  status: RunStatus;
  detail?: RunDetail;
  sentence: Sentence;
  notes?: Sentence[];
  /** Milliseconds since the epoch. */
  recheckAt?: number;
}
