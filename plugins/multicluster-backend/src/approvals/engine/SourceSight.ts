/** Which sources cannot be read. */
export interface SourceSight {
  /** Configured names of those of which nothing was read for longer than may be. */
  unreadable(): Promise<ReadonlySet<string>>;
}
