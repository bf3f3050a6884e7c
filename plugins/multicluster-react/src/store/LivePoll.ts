/**
 * How often a view is read, in milliseconds: always, or as what was read last asks for; undefined is the usual pace.
 *
 * @internal
 */
export type LivePoll<T> =
  | number
  | ((data: T | undefined) => number | undefined);
