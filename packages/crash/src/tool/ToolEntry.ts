/** What the tool wrote into its log when a decision arrived. `at`: its place among all entries of both logs. */
export type ToolEntry = {
  at: number;
  run: string;
  verdict: 'approve' | 'reject';
} & (
  | {
      /** Its own gate counted somebody's decision. */
      kind: 'counted';
      voter: string;
    }
  | {
      /** Its gate was sent somebody's decision and waited no more: nothing came of it. */
      kind: 'late';
      voter: string;
    }
  | {
      /** A script of the run asked the portal, and was told. One that is run again is told again. */
      kind: 'told';
    }
);
