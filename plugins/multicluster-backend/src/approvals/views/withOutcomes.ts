import {
  ApprovalAbilities,
  ApprovalAbility,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { afterVote, VoteSituation } from './afterVote';

/** Says of each vote that the viewer may cast what it leads to; of the others it is said already why not. */
export function withOutcomes(
  can: ApprovalAbilities,
  situation: VoteSituation,
): ApprovalAbilities {
  return {
    ...can,
    approve: told(can.approve, () => afterVote('approve', situation)),
    reject: told(can.reject, () => afterVote('reject', situation)),
  };
}

function told(ability: ApprovalAbility, say: () => Sentence): ApprovalAbility {
  return ability.allowed ? { ...ability, sentence: say() } : ability;
}
