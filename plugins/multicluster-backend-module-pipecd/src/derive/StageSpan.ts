/** When a stage began and ended, in seconds since the epoch; what is not known is absent. @internal */
export interface StageSpan {
  start?: number;
  end?: number;
  /** It may have begun earlier. */
  late?: boolean;
}
