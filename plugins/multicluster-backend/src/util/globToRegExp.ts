/**
 * A pattern of `*` and `?`, anchored, as a regular expression that ignores case.
 *
 * @remarks
 * Patterns come from whoever may filter a list. Each part between two stars takes its first place and keeps it (a
 * lookahead is never entered again, and the first place is as good as any other), so that `*a*a*a*a*b` costs no more than
 * it is long; plain `.*` would keep the process busy for hours.
 */
export function globToRegExp(glob: string): RegExp {
  const [first, ...parts] = glob.split(/\*+/).map(escape);
  const last = parts.pop();
  if (last === undefined) {
    return new RegExp(`^${first}$`, 'is');
  }
  const middle = parts.map(
    (part, index) => `(?=(?<part${index}>.*?${part}))\\k<part${index}>`,
  );
  return new RegExp(`^${first}${middle.join('')}.*${last}$`, 'is');
}

function escape(text: string): string {
  return text.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\?/g, '.');
}
