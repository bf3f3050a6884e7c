/** One death of the back end: at a point in its work, or so many milliseconds after people began to vote. */
export type Crash =
  | { kind: 'point'; point: FailPoint; skip: number }
  | { kind: 'time'; afterMs: number };

/** Points of the back end's work, in the order of an approval's way. */
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
] as const;

/** {@inheritDoc failPoints} */
export type FailPoint = (typeof failPoints)[number];
