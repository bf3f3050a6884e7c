import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';

/**
 * How a request ended whose effect was seen. What was decided past the rules, or needed no votes, was approved by
 * nobody, and is not told as if it were.
 */
export function sentenceOfEffect({
  decision,
  breakGlass,
  detail,
}: Pick<RequestRecord, 'decision' | 'breakGlass' | 'detail'>): Sentence {
  if (decision === 'reject') {
    return sentence('approval.rejected');
  }
  if (breakGlass) {
    return sentence('approval.appliedPast');
  }
  return sentence(
    detail.exemption ? 'approval.appliedExempt' : 'approval.applied',
  );
}
