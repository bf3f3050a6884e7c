import { isError } from '@backstage/errors';

/** Whether another back end, or our own, refused a token: it is too old, or was never one. */
export function isUnauthenticated(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'AuthenticationError' || error.statusCode === 401)
  );
}
