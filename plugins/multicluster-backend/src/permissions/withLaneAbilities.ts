import {
  ApprovalAbility,
  Lane,
} from '@fairway/backstage-plugin-multicluster-common';
import { sentenceOfCode } from '../approvals/engine/sentenceOfCode';
import { LaneBody } from '../service/LaneService';

/** A lane with what its reader may do to it. */
export function withLaneAbilities(
  lane: LaneBody,
  { manages, restores }: { manages: boolean; restores: boolean },
): Lane {
  const held = lane.state === 'armed' || lane.state === 'releasing';
  return {
    ...lane,
    can: {
      arm: ability(manages, lane.state === 'open'),
      disarm: ability(manages, held || lane.state === 'orphaned'),
      restore: ability(restores, lane.restore !== undefined),
    },
  };
}

function ability(may: boolean, fits: boolean): ApprovalAbility {
  return may
    ? { allowed: fits }
    : {
        allowed: false,
        code: 'NOT_PERMITTED',
        sentence: sentenceOfCode('NOT_PERMITTED'),
      };
}
