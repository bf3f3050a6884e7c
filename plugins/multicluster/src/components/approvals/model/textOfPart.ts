/** What stands between words, in the language of the reader. */
export interface Separators {
  comma: string;
  colon: string;
}

/** Enough of a hash to tell two apart. */
const SHORT = 12;

/**
 * A part of a subject as the notice of a change tells it, in names and versions and without the form it is stored in. What is in
 * no form that is known is shown as it came.
 *
 * @param value - a text, or JSON, as the back end sends a part that is no text
 * @returns undefined: there is none of it
 * @internal
 */
export function textOfPart(
  part: string,
  value: string | undefined,
  separators: Separators,
): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (part === 'policyHash') {
    return value.slice(0, SHORT);
  }
  try {
    // Of an empty list nothing is said, which is not a text of no length: an arrow would point at nothing.
    return (textOf(JSON.parse(value), separators) ?? value) || undefined;
  } catch {
    return value;
  }
}

function textOf(
  value: unknown,
  { comma, colon }: Separators,
): string | undefined {
  if (Array.isArray(value)) {
    const said = value.map(one =>
      typeof one === 'string' ? one : imageOf(one),
    );
    return said.includes(undefined) ? undefined : said.join(comma);
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { policy, clusters, key } = value as Record<string, unknown>;
  if (typeof policy === 'string' && Array.isArray(clusters)) {
    return `${policy}${colon}${clusters.join(comma)}`;
  }
  if (typeof key === 'string') {
    return key;
  }
  const hashes = Object.entries(value);
  return hashes.every(([, hash]) => typeof hash === 'string')
    ? hashes
        .map(([name, hash]) => `${name}${colon}${shortOf(hash)}`)
        .join(comma)
    : undefined;
}

function imageOf(image: Record<string, unknown> | null): string | undefined {
  const { name, version, digest } = image ?? {};
  if (typeof name !== 'string') {
    return undefined;
  }
  return [name, version, typeof digest === 'string' && shortOf(digest)]
    .filter(Boolean)
    .join(' ');
}

/** `sha256:4f1c…` by its first digits, which are what differs. */
function shortOf(hash: string): string {
  return hash.replace(/^sha256:/, '').slice(0, SHORT);
}
