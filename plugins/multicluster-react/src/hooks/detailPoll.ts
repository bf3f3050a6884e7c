/**
 * How often what a control plane is asked for on demand is read again, in milliseconds. The back end keeps an answer for
 * 5 s; a shorter pace would only ask for the same copy twice.
 *
 * @internal
 */
export const DETAIL_POLL_MS = 10_000;
