/** What was stored can no longer be continued from: only a full list tells the truth. @internal */
export class RelistNeededError extends Error {
  name = 'RelistNeededError';
}
