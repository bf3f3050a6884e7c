import { Act } from './Act';

/** What the portal showed of a request. */
interface Shown {
  state: string;
  /** Digest of what the request was about at that moment; votes count for one alone. */
  subject: string;
  /** Votes that the portal shows as counted. */
  votes: Array<{ voter: string; act: Act }>;
}

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
      /** Digest of what was looked at when it was asked for. */
      subject: string;
    }
  | {
      /** The portal answered that it will not. */
      kind: 'refused';
      voter: string;
      act: Act;
      code: string;
    }
  /** What the portal showed to somebody who has been answered everything, before they ask for the next thing. */
  | ({ kind: 'shown'; voter: string } & Shown)
  /** What the portal showed of the request when all was quiet again. */
  | ({ kind: 'seen' } & Shown)
);
