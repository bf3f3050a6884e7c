/**
 * A number of an enum by its name at PipeCD, or the number itself where this version of the module knows none: a reader can
 * look it up, and nothing is guessed.
 *
 * @internal
 */
export function nativeName(
  prefix: 'DEPLOYMENT' | 'STAGE',
  names: Readonly<Record<string, number>>,
  value: number,
): string {
  const name = Object.keys(names).find(key => names[key] === value);
  return name ? `${prefix}_${name}` : String(value);
}
