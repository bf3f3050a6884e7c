/** A placement policy of a source: what a lane is called by. */
export interface LaneRef {
  /** Configured name of the source. */
  source: string;
  /** `<kind>/<namespace>/<name>`. */
  policyKey: string;
}
