/** Lets everything else that is due run: an embedded database answers at once, so awaiting it alone yields nothing. */
export function yieldToOthers(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
