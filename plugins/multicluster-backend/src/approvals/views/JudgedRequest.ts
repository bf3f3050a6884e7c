import { RequestRecord } from '../model/RequestRecord';

/** What of a request tells who may decide it. */
export interface JudgedRequest
  extends Pick<
    RequestRecord,
    | 'state'
    | 'decision'
    | 'delivery'
    | 'halted'
    | 'refusal'
    | 'policy'
    | 'requesters'
    | 'identityMode'
    | 'source'
    | 'detail'
    | 'breakGlass'
  > {
  /** Refs of those who own a confirmed entity of it, in lower case. */
  owners: string[];
}
