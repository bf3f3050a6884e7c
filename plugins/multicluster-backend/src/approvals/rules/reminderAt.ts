/**
 * When a share of the time has passed that something waits at most. Whoever asks whether a reminder is due, and whoever waits for
 * that, goes by this: two ways of reckoning differ in the last bit, and a reminder between them is never sent.
 *
 * @param waits - from when until when, milliseconds since the epoch
 * @returns milliseconds since the epoch, not rounded
 */
export function reminderAt(
  { createdAt, deadline }: { createdAt: number; deadline: number },
  percent: number,
): number {
  return createdAt + ((deadline - createdAt) * percent) / 100;
}
