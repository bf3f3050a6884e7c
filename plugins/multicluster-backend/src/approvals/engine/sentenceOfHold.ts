import {
  Sentence,
  sentence,
  WindowState,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { holdingRefusal } from './holdingRefusal';
import { sentenceOfCode } from './sentenceOfCode';

/**
 * What an approved request waits for: a refusal of the request as a whole, a freeze or the next opening, or the time that
 * somebody asked for.
 *
 * @param now - milliseconds since the epoch, by the clock of the database
 */
export function sentenceOfHold(
  request: RequestRecord,
  window: WindowState,
  now: number,
): Sentence {
  const refusal = holdingRefusal(request);
  if (refusal) {
    return sentenceOfCode(refusal);
  }
  if (!window.open && window.sentence) {
    return window.sentence;
  }
  return request.notBefore !== undefined && request.notBefore > now
    ? sentence('approval.waiting.until', { at: new Date(request.notBefore) })
    : sentence('approval.waiting.gates');
}
