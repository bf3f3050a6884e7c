/** A run of the tool, as its API tells it. */
export interface ToolRun {
  key: string;
  pipeline: string;
  /** Who waits: the tool itself, for so many people; or a script that asks the portal. */
  gate: 'tool' | 'script';
  /** ISO 8601. */
  createdAt: string;
  /** How many people have to approve it. */
  needed: number;
  /** What counts, in the order of arrival. A name that stands here twice had its effect twice. */
  decisions: Array<{ voter: string; verdict: 'approve' | 'reject' }>;
  state: 'waiting' | 'succeeded' | 'failed';
}
