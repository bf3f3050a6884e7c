/** As the tool writes the status of a deployment. */
export const deploymentStatusNames = [
  'PENDING',
  'PLANNED',
  'RUNNING',
  'ROLLING_BACK',
  'SUCCESS',
  'FAILURE',
  'CANCELLED',
  // Of no PipeCD that there is: what a newer one could say.
  'PAUSED',
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
