/** English of what is said about a match. @internal */
export const matchSentences = {} as const;
