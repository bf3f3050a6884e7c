/** A source of the configuration. */
export interface KnownSource {
  id: string;
  type: string;
  /** Set: its configuration cannot be used. */
  broken?: { configKey: string; reason: string };
}
