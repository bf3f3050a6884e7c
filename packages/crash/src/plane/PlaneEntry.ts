/** What the control plane wrote into its log while a lane had that content. `at`: its place among all entries of all logs. */
export type PlaneEntry = { at: number; run: string } & (
  | {
      /** A change was taken by which this cluster is not held any more. */
      kind: 'opened';
      cluster: string;
    }
  | {
      /** The cluster has the content. */
      kind: 'arrived';
      cluster: string;
    }
  | {
      /** A change was taken by which every cluster is held. */
      kind: 'held';
    }
);
