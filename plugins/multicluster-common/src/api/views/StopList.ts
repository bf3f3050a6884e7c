/** Everything undelivered of a scope is held. @public */
export interface LineStop {
  id: string;
  /** All that is named must hold; nothing named: everything. */
  scope: { environment?: string; source?: string; entityRef?: string };
  reason: string;
  /** Ref of a user. */
  by: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; it ends by itself then. */
  until: string;
  liftedAt?: string;
  liftedBy?: string;
}

/** `GET /v1/stops`. @public */
export interface StopList {
  items: LineStop[];
  canStop: boolean;
}
