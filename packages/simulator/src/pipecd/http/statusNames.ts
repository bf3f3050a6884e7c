/** As the tool writes the status of a deployment. */
export const deploymentStatusNames = [
  'PENDING',
  'PLANNED',
  'RUNNING',
  'ROLLING_BACK',
  'SUCCESS',
  'FAILURE',
  'CANCELLED',
];

/** As the tool writes the status of a stage. */
export const stageStatusNames = [
  'NOT_STARTED_YET',
  'RUNNING',
  'SUCCESS',
  'FAILURE',
  'CANCELLED',
  'SKIPPED',
  'EXITED',
];
