import { PlannedStep } from '../model/StepRecord';
import { RequestRecord } from '../model/RequestRecord';
import { VoteRecord } from '../model/VoteRecord';

/** Gives the steps of a decision; pure, because it is asked within the transaction that seals. */
export interface StepPlanner {
  plan(request: RequestRecord, votes: VoteRecord[]): PlannedStep[];
}
