import { LaneState } from './LaneState';

const URGENT_APART_MS = 5_000;
const CONTACT_APART_MS = 15_000;

/**
 * Whether what is known of a lane should be written now.
 *
 * Contact alone is worth a write four times a minute, because the age that readers see is in minutes; a problem is worth
 * one at once, but a lane that flaps is not worth one each time.
 */
export function laneIsDue(lane: LaneState, now: number): boolean {
  const age = now - lane.writtenAt;
  if (lane.urgent) {
    return age >= URGENT_APART_MS;
  }
  return lane.contactAt !== lane.writtenContactAt && age >= CONTACT_APART_MS;
}
