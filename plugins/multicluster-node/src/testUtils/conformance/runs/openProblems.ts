import { RunningRunsObservation } from './startObservation';

/** Problems that are open now. @internal */
export function openProblems({ report }: RunningRunsObservation) {
  return [...report.lanes.values()].flatMap(({ problem, retired }) =>
    problem && !retired ? [problem] : [],
  );
}
