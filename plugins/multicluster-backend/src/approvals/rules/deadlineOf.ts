/** When a request expires: by its policy or when the tool gives up, whichever is first. Undefined: never by itself. */
export function deadlineOf(
  createdAt: number,
  policy: { expiresAfterMs?: number },
  toolDeadline: number | undefined,
): number | undefined {
  const { expiresAfterMs } = policy;
  const ends = [
    toolDeadline,
    expiresAfterMs === undefined ? undefined : createdAt + expiresAfterMs,
  ].filter((at): at is number => at !== undefined);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}
