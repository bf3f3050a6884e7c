/** A sealed decision on its way, as it is stored. Times are milliseconds since the epoch, by the clock of the database. */
export interface DeliveryRecord {
  id: string;
  requestId: string;
  gateKey: string;
  generation: number;
  decision: 'approve' | 'reject';
  state: 'queued' | 'delivering' | 'halted' | 'done' | 'recalled';
  createdAt: number;
  /** No step of it is taken up before: end of the recall window, or when somebody asked to have the effect. */
  notBefore: number;
  closedAt?: number;
}
