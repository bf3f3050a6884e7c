/** Where the items of a list stand in its JSON. @internal */
export interface ListPageLayout {
  /** Start and end of each item, as indexes into the bytes. */
  items: Array<[start: number, end: number]>;
  /** The list without its items: valid JSON. */
  envelope: string;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
const ITEMS = Buffer.from('"items"');

/**
 * Finds the items of a list without parsing them, so that a big page can be parsed object by object and one object that
 * cannot be parsed costs only itself.
 *
 * @returns undefined when the bytes are no JSON object with an array `items`
 * @internal
 */
export function splitListPage(bytes: Buffer): ListPageLayout | undefined {
  const open = findItems(bytes);
  if (open === undefined) {
    return undefined;
  }
  const items: Array<[number, number]> = [];
  let depth = 0;
  let start = open + 1;
  for (let i = open + 1; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === QUOTE) {
      i = endOfString(bytes, i);
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
    } else if (depth === 0 && (byte === COMMA || byte === CLOSE_BRACKET)) {
      if (!isBlank(bytes, start, i)) {
        items.push([start, i]);
      }
      start = i + 1;
      if (byte === CLOSE_BRACKET) {
        const before = bytes.toString('utf8', 0, open + 1);
        return { items, envelope: before + bytes.toString('utf8', i) };
      }
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth -= 1;
    }
  }
  return undefined;
}

/** Index of the bracket that opens the array of the top-level field `items`. */
function findItems(bytes: Buffer): number | undefined {
  let depth = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === QUOTE) {
      const end = endOfString(bytes, i);
      if (depth === 1 && bytes.subarray(i, end + 1).equals(ITEMS)) {
        const value = bytes.subarray(end + 1, end + 32).toString('latin1');
        const found = /^\s*:\s*\[/.exec(value);
        if (found) {
          return end + found[0].length;
        }
      }
      i = end;
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth -= 1;
    }
  }
  return undefined;
}

/** Index of the quote that ends the string which starts at `start`; the length when none does. */
function endOfString(bytes: Buffer, start: number): number {
  let i = start + 1;
  while (i < bytes.length && bytes[i] !== QUOTE) {
    i += bytes[i] === BACKSLASH ? 2 : 1;
  }
  return i;
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (bytes[i] > 0x20) {
      return false;
    }
  }
  return true;
}
