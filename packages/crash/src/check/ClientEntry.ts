import { Act } from './Act';

/** What the portal showed of a request. */
export interface Shown {
  state: string;
  /** Digest of what the request was about at that moment; votes count for one alone. */
  subject: string;
  /** Votes that the portal shows as counted. */
  votes: Array<{ voter: string; act: Act }>;
  /** Who decided it past the rules, as the portal shows it. */
  pastRules?: string;
}

/** How what halted goes on. */
export type Resolution = 'continue' | 'abandon';

/** An entry of the trail that says what a person did. */
export interface WrittenAct {
  voter: string;
  act: Act;
}

/** What a person's browser wrote into its log. `at`: its place among all entries of both logs. */
export type ClientEntry = {
  at: number;
  run: string;
  /** The change of a lane that the request was about when it was looked at; absent: the one that the story began with. */
  about?: string;
} & (
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
      /** Id of the request. */
      request: string;
    }
  | {
      /** The portal answered that it will not. */
      kind: 'refused';
      voter: string;
      act: Act;
      code: string;
    }
  | {
      /** The portal answered that what was decided is taken back, and the vote of whoever asked for it stays. */
      kind: 'recalled';
      voter: string;
      act: 'take-back';
    }
  | {
      /** It halted, and somebody says how it goes on; said before the first byte. */
      kind: 'resolving';
      voter: string;
      how: Resolution;
    }
  | {
      /** The portal answered that it does so. */
      kind: 'resolved';
      voter: string;
      how: Resolution;
    }
  /** What the portal showed to somebody who has been answered everything, before they ask for the next thing. */
  | ({ kind: 'shown'; voter: string } & Shown)
  /** What the portal showed of the request when all was quiet again. */
  | ({ kind: 'seen' } & Shown)
  /** What the trail says of the request when all was quiet again. */
  | { kind: 'trail'; request: string; written: WrittenAct[] }
);
