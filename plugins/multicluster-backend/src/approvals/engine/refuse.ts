import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalError } from './ApprovalError';
import { sentenceOfCode } from './sentenceOfCode';

/** The error of a refusal, in words that are the same for everybody who meets it. */
export function refuse(
  code: ApprovalCode,
  details?: Record<string, string>,
): ApprovalError {
  return new ApprovalError(code, sentenceOfCode(code).text, details);
}
