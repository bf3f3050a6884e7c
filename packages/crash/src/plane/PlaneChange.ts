/** What somebody has the control plane do: `clusters` are those that a release opens. */
export interface PlaneChange {
  form: 'hold' | 'release' | 'disarm';
  clusters: string[];
  /** Of the policy that was looked at. */
  version: number;
}
