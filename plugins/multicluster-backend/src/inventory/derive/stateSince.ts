import { StoredSince } from './StoredSince';

/**
 * Since when a state is what it is: what the system itself says of that, else when it was seen to change.
 *
 * @param stored - state and time as stored, if they are
 * @param known - what the system says, in ms since the epoch; what lies ahead (clocks differ) is not believed
 * @param options - `quiet`: nobody has looked before, so that what differs did not change now; it was found like that
 */
export function stateSince(
  state: string,
  stored: ({ state: string; state_since: number } & StoredSince) | undefined,
  known: number | undefined,
  { now, quiet }: { now: number; quiet: boolean },
): { at: number } & StoredSince {
  if (known !== undefined && known <= now) {
    return { at: known };
  }
  if (stored?.state === state) {
    return {
      at: stored.state_since,
      ...(stored.firstSeen && { firstSeen: true }),
    };
  }
  return { at: now, ...(quiet && { firstSeen: true }) };
}
