import { RequestRecord } from '../model/RequestRecord';
import { StepRecord } from '../model/StepRecord';
import { VoteRecord } from '../model/VoteRecord';

/** A request with what is shown of it. */
export interface RequestParts {
  request: RequestRecord;
  /** Of every generation, in the order of casting. */
  votes: VoteRecord[];
  /** Of the decision that stands, else of the last one. */
  steps: StepRecord[];
}
