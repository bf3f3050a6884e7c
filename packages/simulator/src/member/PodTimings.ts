/** How long pods and their controllers take, in world milliseconds. */
export interface PodTimings {
  /** A change seen → acted upon, by each controller of a member. */
  control: number;
  /** Started → ready, at least and at most. */
  ready: [number, number];
  slowReady: [number, number];
  /** Asked to stop → gone. */
  stop: number;
  /** Started → crashed, for those that crash. */
  crash: number;
  /** First pause before a restart; doubles up to five minutes. */
  backOff: number;
  /** How long the pod of a Job works. */
  job: number;
  /** Between two looks for room by a pod that found none. */
  findRoom: number;
}

/** {@inheritDoc PodTimings} */
export const usualPodTimings: PodTimings = {
  control: 20,
  ready: [2_500, 9_000],
  slowReady: [45_000, 90_000],
  stop: 60,
  crash: 2_000,
  backOff: 10_000,
  job: 8_000,
  findRoom: 60_000,
};
