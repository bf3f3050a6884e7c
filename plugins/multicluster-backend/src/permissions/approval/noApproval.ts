import { NotFoundError } from '@backstage/errors';
import { notFound } from '../../util/codedErrors';

/** Ids can be guessed: a request that may not be seen and one that does not exist read the same. */
export function noApproval(): NotFoundError {
  return notFound('approval-not-found', 'No such request for approval');
}
