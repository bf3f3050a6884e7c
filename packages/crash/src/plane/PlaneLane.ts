/** A policy of the control plane with the one workload it places, as its API tells it. */
export interface PlaneLane {
  name: string;
  /** What is rendered for its clusters: the name of the change that brought it. */
  content: string;
  /** Counts what was rendered. */
  generation: number;
  /** Of the policy; each change of form makes another. */
  version: number;
  /** Clusters that are held. */
  holds: 'none' | 'all' | string[];
  /** By cluster, the content that it has. */
  members: Record<string, string>;
}
