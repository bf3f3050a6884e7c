/**
 * How often a run that is on the screen is read while it moves, in milliseconds: as often as the back end asks its tool.
 *
 * @internal
 */
export const RUN_POLL_MS = 4_000;
