/**
 * A text that may stand behind a state as well as alone, as it stands alone. One that begins with a name is left as it is:
 * "Member2" is no cluster.
 *
 * @param names - what in the text are names
 */
export function capitalized(
  text: string,
  names: readonly unknown[] = [],
): string {
  const named = names.some(
    name => typeof name === 'string' && name && text.startsWith(name),
  );
  return named ? text : text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
