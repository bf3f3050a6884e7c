/** Whether an error says that the portal itself is wrong, and not that something could not be reached. */
export function isDefect(error: unknown): boolean {
  return (
    error instanceof ReferenceError ||
    error instanceof RangeError ||
    error instanceof SyntaxError ||
    // What `fetch` rejects with when there is no answer is a TypeError with a cause.
    (error instanceof TypeError && error.cause === undefined)
  );
}
