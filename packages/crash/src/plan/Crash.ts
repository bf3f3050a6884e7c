import { StoryKind } from './StoryKind';

/**
 * One death of the back end: at a point in its work while people decide about one kind of thing, or so many milliseconds after it
 * was started or could be reached. Of several replicas it is the first that passes the point, or the one that is drawn.
 */
export type Crash =
  | { kind: 'point'; among: StoryKind; point: FailPoint; skip: number }
  | {
      kind: 'time';
      since: 'start' | 'ready';
      afterMs: number;
      replica: number;
    };

/** Points of the back end's work, in the order of an approval's way; the last is the way of an answer to a script. */
export const failPoints = [
  'before-tx',
  'after-vote',
  'during-audit',
  'after-seal-commit',
  'after-lease',
  'before-send',
  'after-send',
  'before-outcome',
  'after-confirm',
  'after-answer',
] as const;

/** {@inheritDoc failPoints} */
export type FailPoint = (typeof failPoints)[number];
