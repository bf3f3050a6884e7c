import { Coverage } from '../../model/Coverage';

/** What every view carries. Times are ISO 8601. @public */
export interface ViewMeta {
  /** When what is shown was last confirmed by its sources: the oldest of them. Absent: never. */
  observedAt?: string;
  /** Opaque; equal revisions mean equal content. Also the ETag. */
  revision: string;
  coverage: Coverage;
  /**
   * Names this view on the signal channel `multicluster`: when a {@link MulticlusterHint} lists it, the view changed. Absent
   * where hints are off.
   */
  hint?: string;
}
