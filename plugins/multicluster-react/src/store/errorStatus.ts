/**
 * The HTTP status behind an error of the API client; undefined when no server answered.
 *
 * @public
 */
export function errorStatus(error: unknown): number | undefined {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}
