/** A run of the tool, as its API tells it. */
export interface ToolRun {
  key: string;
  /** ISO 8601. */
  createdAt: string;
  /** How many people have to approve it. */
  needed: number;
  /** Whose approval counts, in the order of arrival. A name that stands here twice had its effect twice. */
  approvedBy: string[];
  state: 'waiting' | 'succeeded';
}
