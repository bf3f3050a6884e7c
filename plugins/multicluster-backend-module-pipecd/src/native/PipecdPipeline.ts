/** What is kept of an application beside what every pipeline has. @internal */
export type PipecdPipeline = {
  /** Id of the deployment that last succeeded. */
  good?: string;
  /** Id of the deployment that was last made. */
  last?: string;
};
