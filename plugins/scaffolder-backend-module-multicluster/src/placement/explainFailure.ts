import { isError, ResponseError } from '@backstage/errors';

const MAY_PASS = [404, 408, 425, 429];

/**
 * Says why nothing could be read, where it is worth asking again.
 *
 * @throws the error itself when it is not: who may not read this now may not read it in a minute
 */
export function explainFailure(error: unknown, entityRef: string): string {
  if (!isError(error)) {
    throw error;
  }
  if (error instanceof ResponseError) {
    const { statusCode } = error;
    if (statusCode < 500 && !MAY_PASS.includes(statusCode)) {
      throw error;
    }
    // An entity that was registered a moment ago is not in the catalog yet.
    return statusCode === 404
      ? `Waiting: the catalog has no ${entityRef} that may be seen`
      : `Waiting: the portal answered ${statusCode}`;
  }
  // What fetch throws where nobody answers; everything else is a defect or an expired sign-in.
  if (error.name === 'TypeError' && error.message === 'fetch failed') {
    return 'Waiting: the portal cannot be reached';
  }
  throw error;
}
