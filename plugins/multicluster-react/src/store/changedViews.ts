/**
 * The names of views in a message on the signal channel. Undefined: any view may have changed, because the message says so
 * or is of a kind this version does not know.
 *
 * @internal
 */
export function changedViews(
  message: unknown,
): ReadonlySet<string> | undefined {
  const { views } = (message ?? {}) as { views?: unknown };
  if (!Array.isArray(views) || views.includes('*')) {
    return undefined;
  }
  return new Set(views.filter(view => typeof view === 'string'));
}
