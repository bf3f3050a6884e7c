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
    off,
  }: {
    manages: boolean;
    restores: boolean;
    /** Said where somebody may not. */
    refusal: ApprovalCode;
    /** Said of what nobody would carry out; disarming needs nobody. */
    off?: ApprovalCode;
  },
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
      arm: whileOn(
        ability(manages, state === 'open' || isUnbooked, refusal),
        off,
      ),
      disarm: ability(
        manages,
        held || isLifted || state === 'orphaned',
        refusal,
      ),
      restore: whileOn(
        ability(restores, lane.restore !== undefined, refusal),
        off,
      ),
    },
  };
}

function ability(
  may: boolean,
  fits: boolean,
  code: ApprovalCode,
): ApprovalAbility {
  return may ? { allowed: fits } : refused(code);
}

function whileOn(
  able: ApprovalAbility,
  off: ApprovalCode | undefined,
): ApprovalAbility {
  return able.allowed && off ? refused(off) : able;
}

function refused(code: ApprovalCode): ApprovalAbility {
  return { allowed: false, code, sentence: sentenceOfCode(code) };
}
