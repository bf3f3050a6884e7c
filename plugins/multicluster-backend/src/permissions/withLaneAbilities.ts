import {
  ApprovalAbility,
  ApprovalCode,
  Lane,
} from '@fairway/backstage-plugin-multicluster-common';
import { sentenceOfCode } from '../approvals/engine/sentenceOfCode';
import { LaneBody } from '../service/LaneService';

/** A lane with what its reader may do to it. */
export function withLaneAbilities(
  lane: LaneBody,
  {
    manages,
    restores,
    refusal,
  }: { manages: boolean; restores: boolean; refusal: ApprovalCode },
): Lane {
  const held = lane.state === 'armed' || lane.state === 'releasing';
  return {
    ...lane,
    can: {
      arm: ability(manages, lane.state === 'open', refusal),
      disarm: ability(manages, held || lane.state === 'orphaned', refusal),
      restore: ability(restores, lane.restore !== undefined, refusal),
    },
  };
}

function ability(
  may: boolean,
  fits: boolean,
  code: ApprovalCode,
): ApprovalAbility {
  return may
    ? { allowed: fits }
    : {
        allowed: false,
        code,
        sentence: sentenceOfCode(code),
      };
}
