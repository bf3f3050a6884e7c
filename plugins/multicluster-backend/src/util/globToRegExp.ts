/** A pattern of `*` and `?`, anchored, as a regular expression that ignores case. */
export function globToRegExp(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    // Runs of stars collapse, because two of them in a row backtrack without end on long names.
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'i');
}
