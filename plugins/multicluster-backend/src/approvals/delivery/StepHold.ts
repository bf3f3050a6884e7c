import { RequestRecord } from '../model/RequestRecord';
import { StepRecord } from '../model/StepRecord';
import { VoteRecord } from '../model/VoteRecord';

/** A step in the hands of one worker. Only whoever has its fence writes what became of it. */
export interface StepHold {
  requestId: string;
  stepId: string;
  fence: number;
  /** `send`: nothing was sent yet; `look`: it was, or may have been, so that it is only read. */
  phase: 'send' | 'look';
  request: RequestRecord;
  steps: StepRecord[];
  step: StepRecord;
  votes: VoteRecord[];
  now: number;
  userCredential?: string;
}
