import {
  ApprovalCode,
  LineStop,
  QuorumProgress,
  Sentence,
  sentence,
  WindowState,
} from '@fairway/backstage-plugin-multicluster-common';
import { holdingRefusal } from '../engine/holdingRefusal';
import { sentenceOfCode } from '../engine/sentenceOfCode';
import { sentenceOfHold } from '../engine/sentenceOfHold';
import { missingApprovals } from '../rules/quorum/missingApprovals';
import { Shortfall } from '../rules/quorum/Shortfall';
import { inContext } from './inContext';
import { RequestParts } from './RequestParts';
import { sentenceOfShortfall } from './sentenceOfShortfall';

/** What the sentence of a request depends on beside. */
export interface RequestSituation {
  quorum: QuorumProgress;
  window: WindowState;
  stop?: Pick<LineStop, 'reason'>;
  /** Milliseconds, by the clock of the database. */
  now: number;
}

/** What matters first of a request: why nobody may decide it, what it waits for, or how it ended. */
export function sentenceOfRequest(
  parts: RequestParts,
  situation: RequestSituation,
): Sentence {
  const { request } = parts;
  switch (request.state) {
    case 'pending':
      return request.refusal
        ? refused(request.refusal, request.detail.missing)
        : sentence('approval.waiting.more', {
            count: missingApprovals(situation.quorum),
          });
    case 'held':
      return heldSentence(parts, situation);
    case 'queued':
      return queuedSentence(parts, situation);
    case 'delivering':
      return stopped(situation) ?? deliveringSentence(parts);
    case 'unknown':
      return sentence('approval.step.ambiguous');
    case 'halted':
      return request.halted?.sentence ?? sentence('approval.halted.step');
    default:
      return request.sentence ?? sentence(`approval.${request.state}`);
  }
}

/** Who is missing says more than that somebody is. */
function refused(code: ApprovalCode, missing: Shortfall[] = []): Sentence {
  return code === 'POLICY_UNSATISFIABLE' && missing.length > 0
    ? sentenceOfShortfall(missing[0])
    : sentenceOfCode(code);
}

/** That it is approved is no part of why a window is closed, which is told of what still waits for people too. */
function heldSentence(
  { request }: RequestParts,
  { window, now }: RequestSituation,
): Sentence {
  const why = sentenceOfHold(request, window, now);
  return why === window.sentence ? inContext(why, 'approved') : why;
}

function stopped({ stop }: RequestSituation): Sentence | undefined {
  return stop && sentence('approval.waiting.stopped', { reason: stop.reason });
}

function queuedSentence(
  { request }: RequestParts,
  situation: RequestSituation,
): Sentence {
  const { recallUntil } = request;
  const refusal = holdingRefusal(request);
  return (
    stopped(situation) ??
    (refusal && sentenceOfCode(refusal)) ??
    (recallUntil !== undefined && recallUntil > situation.now
      ? sentence('approval.waiting.recall', { until: new Date(recallUntil) })
      : sentence('approval.waiting.queued'))
  );
}

const DONE = ['observed', 'unproven', 'not-needed'];

function deliveringSentence({ steps }: RequestParts): Sentence {
  const current = steps.find(({ state }) => !DONE.includes(state));
  return (
    current?.sentence ??
    sentence('approval.waiting.delivering', {
      done: steps.filter(({ state }) => DONE.includes(state)).length,
      count: steps.length,
    })
  );
}
