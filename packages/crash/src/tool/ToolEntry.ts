/** What the tool wrote into its log when a decision had its effect. `at`: its place among all entries of both logs. */
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
      /** A script of the run asked the portal, and was told. One that is run again is told again. */
      kind: 'told';
    }
);
