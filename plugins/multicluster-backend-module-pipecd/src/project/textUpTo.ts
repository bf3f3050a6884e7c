/** A text as far as a reader would read it; undefined when there is none. Facts are stored, and a reason can be a whole log. @internal */
export function textUpTo(
  limit: number,
  text: string | undefined,
): string | undefined {
  const trimmed = text?.trim();
  if (!trimmed) {
    return undefined;
  }
  return trimmed.length > limit ? `${trimmed.slice(0, limit - 1)}…` : trimmed;
}
