/** English of what is said about a placement. @internal */
export const placementSentences = {} as const;
