/** What a person's browser wrote into its log. */
export type ClientEntry =
  /** It was sent; said before the first byte. */
  | { kind: 'asked'; run: string; voter: string }
  /** The portal answered that it has it. */
  | { kind: 'accepted'; run: string; voter: string }
  /** The portal answered that it will not. */
  | { kind: 'refused'; run: string; voter: string; code: string }
  /** What the portal showed of the request when all was quiet again. */
  | {
      kind: 'seen';
      run: string;
      state: string;
      /** Voters whose vote the portal shows as counted. */
      voters: string[];
    };
