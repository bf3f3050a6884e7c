/** What a stage that asks was told. Times are milliseconds since the epoch, by the clock of the database. */
export interface PullEntry {
  /** The stage that asks; a second one of the same run never gets its answer. */
  stageId: string;
  askedAt: number;
  answer?: 'approve' | 'reject';
  answeredAt?: number;
}
