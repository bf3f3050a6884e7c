/**
 * What a reader sees of a run at one moment.
 *
 * @remarks
 * `run` and each stage are `status` or `status:detail`; stages in order, hidden ones left out; a gate is its state; votes are
 * `received`, or `received of needed` once the log said so, with the names in the order known.
 */
export interface JourneyState {
  run: string;
  stages: string;
  gates: string;
  votes: string;
}
