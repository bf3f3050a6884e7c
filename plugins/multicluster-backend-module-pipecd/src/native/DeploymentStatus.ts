/** `model.DeploymentStatus` by the names of PipeCD, without their prefix. @internal */
export const DeploymentStatus = {
  PENDING: 0,
  PLANNED: 1,
  RUNNING: 2,
  ROLLING_BACK: 3,
  SUCCESS: 4,
  FAILURE: 5,
  CANCELLED: 6,
} as const;
