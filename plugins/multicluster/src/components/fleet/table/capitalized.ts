/** A text that may stand behind a state as well as alone, as it stands alone. */
export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
