/** What a person asks for: one of the two votes, to decide it past the rules, or to have theirs and what came of it back. */
export type Act = 'approve' | 'reject' | 'break-glass' | 'take-back';
