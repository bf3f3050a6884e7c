import { storableText } from './storableText';

// PostgreSQL's text holds neither U+0000 nor half a surrogate pair. JSON.stringify writes both as escapes, so that
// a look at the escapes finds them without reading the text character by character.
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;

function storable(_: string, value: unknown): unknown {
  return typeof value === 'string' ? storableText(value) : value;
}

/** JSON whose every string both engines can store. What they cannot store is dropped or replaced by U+FFFD. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value);
  return UNSTORABLE.test(text) ? JSON.stringify(value, storable) : text;
}
