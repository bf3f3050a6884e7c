// Without the flag `u`, so that text of single bytes, which is nearly all of it, is looked through fast.
const SUSPECT = /[\0\ud800-\udfff]/;

/** Text as both engines can store it: without U+0000, and with U+FFFD for half a surrogate pair. */
export function storableText(text: string): string {
  return SUSPECT.test(text)
    ? text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD')
    : text;
}
