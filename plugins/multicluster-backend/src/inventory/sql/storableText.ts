const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Text as both engines can store it: without U+0000, and with U+FFFD for half a surrogate pair. */
export function storableText(text: string): string {
  return UNSTORABLE.test(text)
    ? text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD')
    : text;
}
