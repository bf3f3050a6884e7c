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
  const { state } = lane;
  const held = state === 'armed' || state === 'releasing';
  // By our note, and nobody's that the portal knows of: arming it writes down who holds it from now on.
  const isUnbooked = state === 'held' && lane.armedBy !== undefined;
  // The portal knows who armed it, and the hold is gone.
  const isLifted = state === 'open' && lane.armedAt !== undefined;
  return {
    ...lane,
    can: {
      arm: ability(manages, state === 'open' || isUnbooked, refusal),
      disarm: ability(
        manages,
        held || isLifted || state === 'orphaned',
        refusal,
      ),
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
