/** Names for a sentence: all of up to three, else two and how many more. @internal */
export function nameList(names: string[]): string {
  return names.length <= 3
    ? names.join(', ')
    : `${names.slice(0, 2).join(', ')} +${names.length - 2}`;
}
