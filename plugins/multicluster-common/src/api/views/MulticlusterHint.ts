/**
 * Message on the signal channel `multicluster`, at most two a second in total.
 *
 * @remarks
 * Anyone who reaches the back end can read the channel, so it says only that something changed: `views` are keyed hashes
 * as in {@link ViewMeta.hint}. `['*']` stands for more views than a message holds. Wait a random moment, then ask again
 * with `ifNoneMatch`.
 *
 * @public
 */
export interface MulticlusterHint {
  revision: number;
  views: string[];
}
