import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';

/**
 * Whether a request asks for something else than when it was looked at. Votes, comments and reminders do not make it another.
 *
 * @internal
 */
export function isAnother(
  looked: Pick<ApprovalRequest, 'generation' | 'subjectDigest'>,
  newest: Pick<ApprovalRequest, 'generation' | 'subjectDigest'>,
): boolean {
  return (
    looked.generation !== newest.generation ||
    looked.subjectDigest !== newest.subjectDigest
  );
}
