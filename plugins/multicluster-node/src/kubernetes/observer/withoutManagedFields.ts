const KEY = '"managedFields":[';
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;

/**
 * The JSON of an object with its first `managedFields` empty. They are up to half of what a server sends, nobody keeps them,
 * and not to parse them is what a first list saves.
 *
 * Text that is no JSON comes back as it is, or as other text that is no JSON either.
 *
 * @internal
 */
export function withoutManagedFields(json: string): string {
  const at = json.indexOf(KEY);
  const before = json.charCodeAt(at - 1);
  // Within a string the quote would follow a backslash: only a key follows a comma or a brace.
  if (at < 1 || (before !== COMMA && before !== OPEN_BRACE)) {
    return json;
  }
  const start = at + KEY.length;
  const end = endOfArray(json, start);
  return end === undefined ? json : json.slice(0, start) + json.slice(end);
}

/** Index of the bracket that closes the array whose first element is at `start`. */
function endOfArray(json: string, start: number): number | undefined {
  let depth = 1;
  for (let i = start; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (code === QUOTE) {
      i = endOfString(json, i);
    } else if (code === OPEN_BRACKET) {
      depth += 1;
    } else if (code === CLOSE_BRACKET) {
      depth -= 1;
      if (depth === 0) {
        return i;
      }
    }
  }
  return undefined;
}

/** Index of the quote that ends the string which starts at `start`; the length or more when none does. */
function endOfString(json: string, start: number): number {
  let i = start + 1;
  for (let code = json.charCodeAt(i); i < json.length; ) {
    if (code === QUOTE) {
      return i;
    }
    i += code === BACKSLASH ? 2 : 1;
    code = json.charCodeAt(i);
  }
  return i;
}
