/** English of what is said about a detail. @internal */
export const detailSentences = {} as const;
