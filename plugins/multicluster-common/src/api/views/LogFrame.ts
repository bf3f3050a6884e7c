import { Sentence } from '../../model/Sentence';

/** One line of a followed log, as NDJSON. `heartbeat` keeps proxies from closing the connection. @public */
export type LogFrame =
  | { type: 'line'; time?: string; text: string }
  | { type: 'heartbeat' }
  | {
      type: 'end';
      reason: 'complete' | 'limit' | 'unauthorised' | 'error';
      sentence?: Sentence;
    };
