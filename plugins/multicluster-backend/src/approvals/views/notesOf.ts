import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';

/** What there is to know of a request before deciding, beside what it is about. */
export function notesOf({
  detail,
  policyHash,
  subject,
}: Pick<RequestRecord, 'detail' | 'policyHash' | 'subject'>): Sentence[] {
  return [
    // What is voted on names the policy that it was opened by.
    ...(policyHash === subject.policyHash
      ? []
      : [sentence('approval.policyChanged')]),
    ...(detail.notes ?? []),
  ];
}
