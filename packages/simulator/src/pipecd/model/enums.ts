/** Numbers on the wire. */
export const DeploymentStatus = {
  PENDING: 0,
  PLANNED: 1,
  RUNNING: 2,
  ROLLING_BACK: 3,
  SUCCESS: 4,
  FAILURE: 5,
  CANCELLED: 6,
} as const;

export const StageStatus = {
  NOT_STARTED: 0,
  RUNNING: 1,
  SUCCESS: 2,
  FAILURE: 3,
  CANCELLED: 4,
  SKIPPED: 5,
  EXITED: 6,
} as const;

export const CommandType = {
  SYNC_APPLICATION: 0,
  CANCEL_DEPLOYMENT: 2,
  APPROVE_STAGE: 3,
  CHAIN_SYNC_APPLICATION: 5,
  SKIP_STAGE: 6,
  RESTART_PIPED: 7,
} as const;

export const CommandStatus = {
  NOT_HANDLED: 0,
  SUCCEEDED: 1,
  FAILED: 2,
  TIMEOUT: 3,
} as const;

export const SyncStatus = {
  UNKNOWN: 0,
  SYNCED: 1,
  DEPLOYING: 2,
  OUT_OF_SYNC: 3,
  INVALID_CONFIG: 4,
} as const;

export const SyncStrategy = { AUTO: 0, QUICK_SYNC: 1, PIPELINE: 2 } as const;
export const Operation = { UNKNOWN: 0, SKIP: 1, APPROVE: 2, NONE: 3 } as const;
export const Severity = { INFO: 0, SUCCESS: 1, ERROR: 2 } as const;
export const Connection = { UNKNOWN: 0, ONLINE: 1, OFFLINE: 2 } as const;
export const ApplicationKind = { KUBERNETES: 0, TERRAFORM: 1 } as const;
