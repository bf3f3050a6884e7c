/** Places at which a crash is tried in tests. */
export type FailpointName =
  | 'before-tx'
  | 'after-vote'
  | 'after-seal-commit'
  | 'after-lease'
  | 'before-send'
  | 'after-send'
  | 'before-outcome'
  | 'after-confirm'
  | 'during-audit'
  | 'after-answer';

/** Called at each of them; does nothing but in tests, where it ends the process. */
export type Failpoint = (name: FailpointName) => void | Promise<void>;
