/** What goes wrong. */
export type FaultAction =
  /** A Status error; 401, 403, 429, 503 and any other code. */
  | {
      type: 'status';
      code: number;
      reason?: string;
      message?: string;
      retryAfterSeconds?: number;
    }
  /** A page of HTML where JSON is expected, as a proxy or a login page in between sends it. */
  | { type: 'html'; code?: number }
  /** Answers late. */
  | { type: 'slow'; milliseconds: number }
  /** Accepts the request and never answers. */
  | { type: 'hang' }
  /** Cuts the connection before any answer. */
  | { type: 'reset' }
  /** Sends this many bytes of the answer and cuts the connection. */
  | { type: 'truncate'; bytes: number }
  /** Sends something that is not JSON with status 200. */
  | { type: 'malformed' }
  /** Blows objects up: an annotation of this many bytes in each of a list. */
  | { type: 'oversized'; bytes: number }
  /**
   * Ends or cripples a watch. `drop` ends it cleanly, `reset` cuts the connection, `half-open` keeps it open and
   * sends nothing more, neither events nor bookmarks, `gone` and `internal` send an ERROR event (410, 500) and end it,
   * `garbage` sends a line that is not JSON.
   */
  | {
      type: 'watch';
      what: 'drop' | 'reset' | 'half-open' | 'gone' | 'internal' | 'garbage';
      /** Events let through before it happens; at once when absent, also to watches that are already open. */
      afterEvents?: number;
    };

/** A fault and the requests it strikes. Every condition that is given must hold. */
export interface Fault {
  id: string;
  /** `karmada`, `member1`, …; every server when absent. */
  server?: string;
  /** `list`, `watch`, `get`, `create`, `update`, `patch`, `delete`. */
  verb?: string;
  group?: string;
  resource?: string;
  namespace?: string;
  name?: string;
  subresource?: string;
  /** Page of a list, counted from 1. */
  page?: number;
  user?: string;
  /** Requests that pass unharmed first. */
  skip?: number;
  /** How many requests it strikes; all when absent. */
  times?: number;
  /** A watch fault that strikes the watches that are open now, and no later one. */
  only?: 'open';
  action: FaultAction;
}
