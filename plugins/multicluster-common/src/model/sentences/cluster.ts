/** English of what is said about a cluster. @internal */
export const clusterSentences = {} as const;
