import { advance } from '../rules/machine/advance';
import { RequestChange } from '../store/RequestChange';
import { applyAdvance } from './applyAdvance';
import { DirectoryFacts } from './directory/DirectoryFacts';
import { isEmergency } from './isEmergency';
import { isLeased } from './isLeased';
import { StepPlanner } from './StepPlanner';
import { VoterJudge } from './VoterJudge';

/**
 * E24: votes of those who lost the right are void, and a decision that rested on them is taken back. Done before anything is sealed
 * too, or they would stand in the trail as what the decision rests on and steps would be planned in their names.
 */
export function voidLost(
  change: RequestChange,
  facts: DirectoryFacts,
  { judge, planner }: { judge: VoterJudge; planner: StepPlanner },
): void {
  const lost = judge.lost(change.request, change.counted, facts);
  if (lost.length === 0) {
    return;
  }
  const votes = lost.map(({ id }) => id);
  const kept = change.counted.filter(({ id }) => !votes.includes(id));
  const event = {
    type: 'eligibility-lost',
    quorumMet:
      isEmergency(change.request) || judge.holds(change.request, kept, facts),
    leased: isLeased(change.steps, change.now),
  } as const;
  applyAdvance(change, advance(change.request, event), {
    actor: 'system',
    action: 'vote.voided',
    planner,
    named: { votes, reason: lost[0].code },
    payload: { votes, why: lost[0].code },
  });
}
