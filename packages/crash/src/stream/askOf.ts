import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';
import { Act } from '../check/Act';

/** What is asked of the portal about a request. */
export interface Ask {
  method: 'POST' | 'DELETE';
  /** Below the request. */
  path: string;
  body?: object;
}

const EMERGENCY = {
  reason: 'Nobody else is there to look at it',
  ticket: 'INC-1',
};

/** How somebody asks for what they want, by what they looked at. */
export function askOf(
  act: Act,
  { state, subjectDigest }: Pick<ApprovalRequest, 'state' | 'subjectDigest'>,
): Ask {
  switch (act) {
    case 'take-back':
      return state === 'queued'
        ? { method: 'POST', path: 'recall' }
        : { method: 'DELETE', path: 'votes/mine' };
    case 'break-glass':
      return {
        method: 'POST',
        path: 'break-glass',
        body: { subjectDigest, ...EMERGENCY },
      };
    default:
      return {
        method: 'POST',
        path: 'votes',
        body: { subjectDigest, decision: act },
      };
  }
}
