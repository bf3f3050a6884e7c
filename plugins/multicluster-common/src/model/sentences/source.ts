/** English of what is said about a source. @internal */
export const sourceSentences = {} as const;
