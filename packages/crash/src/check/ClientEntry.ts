import { Act } from './Act';

/** What a person's browser wrote into its log. `at`: its place among all entries of both logs. */
export type ClientEntry = { at: number; run: string } & (
  | {
      /** It was sent; said before the first byte. */
      kind: 'asked';
      voter: string;
      act: Act;
    }
  | {
      /** The portal answered that it has it, and that it counts. */
      kind: 'accepted';
      voter: string;
      act: Act;
    }
  | {
      /** The portal answered that it will not. */
      kind: 'refused';
      voter: string;
      act: Act;
      code: string;
    }
  | {
      /** What the portal showed of the request when all was quiet again. */
      kind: 'seen';
      state: string;
      /** Votes that the portal shows as counted. */
      votes: Array<{ voter: string; act: Act }>;
    }
);
