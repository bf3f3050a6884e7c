/** Everything of an error that may end up in a log or in an answer. @internal */
export function textOfError(error: unknown): string {
  if (!(error instanceof Error)) {
    return JSON.stringify(error) ?? '';
  }
  const { name, message, stack, cause } = error;
  const own = JSON.stringify({ ...error });
  return [name, message, stack, own, cause && textOfError(cause)].join('\n');
}
