/** What a step has no more once its holder is done with it. */
export const LET_GO = { leaseOwner: undefined, leaseUntil: undefined };
