import { PlaneLane } from './PlaneLane';

/** Whether what is rendered for a cluster stays where it is. */
export function isHeld(
  { holds }: Pick<PlaneLane, 'holds'>,
  cluster: string,
): boolean {
  return holds === 'all' || (holds !== 'none' && holds.includes(cluster));
}
