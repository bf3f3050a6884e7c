import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { sentenceOfShortfall } from './sentenceOfShortfall';

/** What there is to know of a request before deciding, beside what it is about. */
export function notesOf({
  detail,
  policyHash,
  subject,
  refusal,
}: Pick<
  RequestRecord,
  'detail' | 'policyHash' | 'subject' | 'refusal'
>): Sentence[] {
  return [
    ...exemptionNote(detail),
    ...(refusal === 'POLICY_UNSATISFIABLE'
      ? (detail.missing ?? []).map(sentenceOfShortfall)
      : []),
    // What is voted on names the policy that it was opened by.
    ...(policyHash === subject.policyHash
      ? []
      : [sentence('approval.policyChanged')]),
    ...(detail.notes ?? []),
  ];
}

function exemptionNote({
  exemption,
  exemptionBasis,
  exemptBy,
}: RequestRecord['detail']): Sentence[] {
  if (!exemption) {
    return [];
  }
  if (!exemptBy) {
    return [sentence(`lane.exempt.${exemption}`)];
  }
  const why =
    exemptionBasis === 'baseline' ? `baseline.${exemption}` : exemption;
  return [sentence(`lane.exemptBy.${why}`, { by: exemptBy })];
}
