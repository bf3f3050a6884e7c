/** A stop of the line as it is stored. Times are milliseconds since the epoch, by the clock of the database. */
export interface StopRecord {
  id: string;
  environment?: string;
  source?: string;
  entityRef?: string;
  reason: string;
  by: string;
  createdAt: number;
  until: number;
  liftedAt?: number;
  liftedBy?: string;
}
