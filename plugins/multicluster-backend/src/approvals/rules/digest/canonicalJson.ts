/**
 * The one way to write a value as JSON, after RFC 8785: keys by their UTF-16 code units, numbers and strings as ECMAScript writes
 * them, no white space. Members that are `undefined` are left out.
 *
 * @remarks
 * Text is not normalised: `é` as one character and as two are two names to a registry and to a control plane, so they must have
 * two digests. Half a surrogate pair is written as its escape and not refused: a tool may report it, and it stays different from
 * any other.
 *
 * @throws TypeError for what JSON cannot say: NaN, infinities, functions, dates
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (typeof value === 'number' && Number.isFinite(value)) {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .filter(key => value[key] !== undefined)
      .sort()
      .map(key => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`No JSON says ${String(value)}`);
}

/** A date or a map would be written as `{}`, and two of them would have one digest. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
