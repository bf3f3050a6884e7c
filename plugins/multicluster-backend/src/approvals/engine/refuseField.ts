import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalError } from './ApprovalError';
import { sentenceOfCode } from './sentenceOfCode';

/**
 * The error of something that whoever asks has to say and did not, or not at enough length: names the field of the request and what
 * it takes, in words and in its details.
 *
 * @param minLength - characters, without blanks around them
 */
export function refuseField(
  code: Extract<ApprovalCode, `${string}_REQUIRED`>,
  field: string,
  minLength = 1,
): ApprovalError {
  const length = minLength === 1 ? '1 character' : `${minLength} characters`;
  return new ApprovalError(
    code,
    `${sentenceOfCode(code).text}: '${field}' takes at least ${length}`,
    { field, minLength: String(minLength) },
  );
}
