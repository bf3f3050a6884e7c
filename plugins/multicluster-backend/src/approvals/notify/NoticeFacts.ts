import { RequestRecord } from '../model/RequestRecord';
import { VoteRecord } from '../model/VoteRecord';

/** What notices are made of. */
export interface NoticeFacts {
  request: RequestRecord;
  votes: VoteRecord[];
  /** Refs of whoever owns an entity of the request, confirmed ones alone. */
  owners: string[];
  /** Milliseconds since the epoch, by the clock of the database. */
  now: number;
}
