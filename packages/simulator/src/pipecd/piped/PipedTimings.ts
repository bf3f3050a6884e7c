/** How long a piped takes for what it does, in milliseconds. */
export interface PipedTimings {
  /** Between two looks at the commands of people. */
  commands: number;
  /** From a sync command that was read to its deployment. */
  trigger: number;
  /** From a push to its deployment. */
  poll: number;
  /** From PENDING to PLANNED. */
  plan: number;
  /** How soon a deployment that waited behind another is looked at again. */
  queue: number;
  /** From PLANNED to RUNNING. */
  start: number;
  /** Between two looks of the scheduler, and of a gate, at its stage. */
  tick: number;
  /** From the last stage to the end of the deployment. */
  complete: number;
  /** From a cancel that was noticed to the rollback. */
  cancel: number;
  /** From the start of the process until it goes on with what it finds. */
  resume: number;
  /** Between two signs of life; the first comes after `firstStat`. */
  stat: number;
  firstStat: number;
  /** Between two comparisons of git with the cluster. */
  drift: number;
  /** How long applying manifests takes. */
  apply: number;
}

const SECOND = 1000;

/** As measured at a real one with check intervals of 20 s. */
export function measuredTimings(version: 'v0' | 'v1'): PipedTimings {
  const v0 = version === 'v0';
  return {
    commands: 5 * SECOND,
    trigger: (v0 ? 4 : 0) * SECOND,
    poll: 10 * SECOND,
    plan: (v0 ? 20 : 10) * SECOND,
    queue: 10 * SECOND,
    start: (v0 ? 20 : 10) * SECOND,
    tick: 5 * SECOND,
    complete: v0 ? SECOND : 300,
    cancel: (v0 ? 8 : 0) * SECOND,
    resume: (v0 ? 20 : 10) * SECOND,
    stat: 60 * SECOND,
    firstStat: 30 * SECOND,
    drift: 60 * SECOND,
    apply: SECOND,
  };
}

/** Quick enough for people who watch: the same order, a fifth of the waits between the steps. */
export function demoTimings(version: 'v0' | 'v1'): PipedTimings {
  const measured = measuredTimings(version);
  return {
    ...measured,
    commands: SECOND,
    trigger: SECOND,
    poll: SECOND,
    plan: 3 * SECOND,
    queue: 2 * SECOND,
    start: 3 * SECOND,
    tick: 2 * SECOND,
    cancel: 2 * SECOND,
    resume: 5 * SECOND,
    firstStat: SECOND,
    drift: 30 * SECOND,
    apply: 4 * SECOND,
  };
}
