import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { advance } from '../rules/machine/advance';
import { RequestChange } from '../store/RequestChange';
import { applyAdvance } from './applyAdvance';
import { StepPlanner } from './StepPlanner';

/** E13, by the clock of the database: nobody decides after the deadline because nobody has looked at it yet. */
export function expireIfDue(change: RequestChange, planner: StepPlanner): void {
  const { deadline, closedAt } = change.request;
  if (
    closedAt !== undefined ||
    deadline === undefined ||
    deadline > change.now
  ) {
    return;
  }
  applyAdvance(change, advance(change.request, { type: 'deadline' }), {
    actor: 'system',
    action: 'request.expired',
    planner,
    sentence: sentence('approval.expired'),
  });
}
