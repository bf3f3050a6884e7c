/** What a person asks for: one of the two votes, or to have theirs and what came of it back. */
export type Act = 'approve' | 'reject' | 'take-back';
