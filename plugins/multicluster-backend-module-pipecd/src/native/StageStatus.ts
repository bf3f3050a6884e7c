/** `model.StageStatus` by the names of PipeCD, without their prefix. @internal */
export const StageStatus = {
  NOT_STARTED_YET: 0,
  RUNNING: 1,
  SUCCESS: 2,
  FAILURE: 3,
  CANCELLED: 4,
  SKIPPED: 5,
  EXITED: 6,
} as const;
