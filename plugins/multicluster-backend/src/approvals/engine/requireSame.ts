import { RequestRecord } from '../model/RequestRecord';
import { etagOf } from './etagOf';
import { refuse } from './refuse';

/**
 * What somebody acts on must be what they looked at. A vote of somebody else in between is no other thing: only the generation
 * counts for who votes, and the digest is compared as well; everything else must be as it was in full.
 *
 * @throws ApprovalError SUBJECT_CHANGED, STALE_VERSION
 */
export function requireSame(
  request: RequestRecord,
  looked: {
    ifMatch: string;
    subjectDigest?: string;
    generationIsEnough: boolean;
  },
): void {
  const etag = etagOf(request);
  const sameGeneration = looked.ifMatch.startsWith(
    `${request.id}.${request.generation}.`,
  );
  if (
    looked.subjectDigest !== undefined &&
    looked.subjectDigest !== request.subjectDigest
  ) {
    throw refuse('SUBJECT_CHANGED', { digest: request.subjectDigest, etag });
  }
  if (looked.generationIsEnough ? !sameGeneration : looked.ifMatch !== etag) {
    throw refuse('STALE_VERSION', { etag });
  }
}
