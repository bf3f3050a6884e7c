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
  const { exemption, exemptBy } = detail;
  return [
    ...(exemption
      ? [
          exemptBy
            ? sentence(`lane.exemptBy.${exemption}`, { by: exemptBy })
            : sentence(`lane.exempt.${exemption}`),
        ]
      : []),
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
