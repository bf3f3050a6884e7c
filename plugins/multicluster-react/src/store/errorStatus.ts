import { isError } from '@backstage/errors';

const STATUS_BY_NAME: Record<string, number> = {
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
};

/**
 * The HTTP status behind an error of the API client; undefined when no server answered.
 *
 * @public
 */
export function errorStatus(error: unknown): number | undefined {
  if (!isError(error)) {
    return undefined;
  }
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number'
    ? statusCode
    : STATUS_BY_NAME[error.name];
}
