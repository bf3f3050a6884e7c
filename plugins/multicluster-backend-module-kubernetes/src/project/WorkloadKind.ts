/** A kind of workload that is observed; items of a list do not repeat it. @internal */
export interface WorkloadKind {
  group: string;
  version: string;
  kind: string;
  /** Plural, as in paths. */
  resource: string;
}
