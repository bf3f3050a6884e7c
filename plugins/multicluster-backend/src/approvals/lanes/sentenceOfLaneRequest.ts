import {
  LineStop,
  Sentence,
  sentence,
  Tone,
  WindowState,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { sentenceOfRequest } from '../views/sentenceOfRequest';
import { toneOfRequest } from '../views/toneOfRequest';

/** What the sentence depends on beside the request. */
export interface LaneRequestSituation {
  window: WindowState;
  /** The stop of the line that holds it. */
  stop?: Pick<LineStop, 'reason'>;
  /** Milliseconds, by the clock of the database. */
  now: number;
}

/** What a lane says of its open request: whether it still waits for people, for its time, or is on its way. */
export function sentenceOfLaneRequest(
  request: RequestRecord,
  situation: LaneRequestSituation,
): Sentence & { tone: Tone } {
  const tone = toneOfRequest(request);
  switch (request.state) {
    case 'pending':
      return { ...sentence('lane.view.waits'), tone };
    case 'halted':
      // A halt that the policy asks for says by itself what it waits for.
      return request.halted && tone === 'hold'
        ? { ...request.halted.sentence, tone }
        : { ...sentence('lane.view.halted'), tone: 'warn' };
    case 'delivering':
      return situation.stop
        ? { ...ofRequest(request, situation), tone }
        : { ...sentence(deliveringCode(request)), tone };
    default:
      return { ...ofRequest(request, situation), tone };
  }
}

function deliveringCode({ decision }: RequestRecord): string {
  return decision === 'reject' ? 'lane.view.rejected' : 'lane.view.delivering';
}

/** As on its own page. Votes and steps are told there; none of these sentences counts them. */
function ofRequest(
  request: RequestRecord,
  situation: LaneRequestSituation,
): Sentence {
  return sentenceOfRequest(
    { request, votes: [], steps: [] },
    { ...situation, quorum: { met: true, rule: { kind: 'all', parts: [] } } },
  );
}
