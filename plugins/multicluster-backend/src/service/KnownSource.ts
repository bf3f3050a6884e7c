/** A source of the configuration. */
export interface KnownSource {
  id: string;
  type: string;
  /** It brings pipelines and runs. */
  runs?: boolean;
  /** It brings those and nothing of a fleet. */
  runsOnly?: boolean;
  /** Set: its configuration cannot be used. */
  broken?: { configKey: string; reason: string };
}
