import type { Deployment, Stage } from '../model/messages';

/** What a piped tells its receivers. */
export interface PipedEvent {
  type: number;
  deployment?: Deployment;
  stage?: Stage;
  /** The status of the deployment in the piped's own copy, which lags behind: 1 during a run, 2 after a restart. */
  localStatus?: number;
  more?: Record<string, unknown>;
}

/** Numbers of the events. */
export const EventType = {
  TRIGGERED: 0,
  PLANNED: 1,
  APPROVED: 2,
  SUCCEEDED: 4,
  FAILED: 5,
  CANCELLED: 6,
  WAIT_APPROVAL: 7,
  STARTED: 9,
  PIPED_STARTED: 300,
  PIPED_STOPPED: 301,
  STAGE_STARTED: 400,
  STAGE_SKIPPED: 401,
  STAGE_SUCCEEDED: 402,
  STAGE_FAILED: 403,
  STAGE_CANCELLED: 404,
} as const;
