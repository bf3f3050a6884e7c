import { LaneBinding } from './LaneBinding';

/** What one binding is to send to one cluster. @internal */
export interface RenderedWork {
  binding: LaneBinding;
  cluster: string;
  /** Copies that the binding assigned to the cluster. */
  replicas?: number;
  /** Absent: it is not rendered yet. */
  work?: Record<string, unknown>;
}
