/** What the control plane wrote into its log while a lane had that content. `at`: its place among all entries of all logs. */
export type PlaneEntry = { at: number; run: string } & (
  | {
      /** A change was taken by which this cluster is not held any more. */
      kind: 'opened';
      cluster: string;
      /** Whoever sent it could not know yet that the lane has this content. */
      blind?: true;
    }
  | {
      /** The cluster has the content, for which it was opened. */
      kind: 'arrived';
      cluster: string;
      /** It was opened so. */
      blind?: true;
    }
  | {
      /** The cluster has the content, and was open for another: holding is not bound to content. */
      kind: 'slipped';
      cluster: string;
    }
  | {
      /** A change was taken by which every cluster is held. */
      kind: 'held';
    }
);
