import { FleetHealth } from '../../views/health/SourceHealth';

/** A read that fails once says nothing; what nobody could read for so long may be another thing by now. Milliseconds. */
const UNREAD_FOR_MS = 30_000;

/**
 * Sources of which nobody can tell what would be decided about: none of what is read of them could be read for half a minute, or
 * their configuration is broken. One that is only starting is read again right before anything is sent.
 */
export function unreadableSources(
  { sources }: Pick<FleetHealth, 'sources'>,
  now: number,
): Set<string> {
  return new Set(
    sources
      .filter(
        ({ state, lanes }) =>
          state === 'broken' ||
          (state === 'down' &&
            lanes
              .filter(lane => lane.state !== 'off')
              .every(({ contactAt = 0 }) => now - contactAt > UNREAD_FOR_MS)),
      )
      .map(({ id }) => id),
  );
}
