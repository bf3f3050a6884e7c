import { PlaneLane } from '../plane/PlaneLane';

/** What a lane runs: its tag is the change that brought it. */
export function imageOf({
  name,
  content,
}: Pick<PlaneLane, 'name' | 'content'>): string {
  return `registry.example.com/${name}:${content}`;
}
