/** Shorter ones stand in too many words that are none. */
const SHORTEST = 4;
/** The same for what is left of a secret inside a longer text in base64. */
const SHORTEST_PART = 8;

/**
 * The forms in which a secret can stand in a text: as it is, as JSON, in an address, as hexadecimal digits, and in base64,
 * also as a part of something longer that was encoded whole, such as a header or `user:password`.
 *
 * @returns the longest first, because one can be part of another
 * @internal
 */
export function secretForms(secret: string): string[] {
  if (secret.length < SHORTEST) {
    return [];
  }
  const bytes = Buffer.from(secret, 'utf8');
  const address = encodeURIComponent(
    secret.replace(/\p{Surrogate}/gu, '\uFFFD'),
  );
  // Forms encode more characters than addresses do.
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  const hex = bytes.toString('hex');
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    ...[address, form].flatMap(text => [
      text,
      text.replace(/%[0-9A-F]{2}/g, code => code.toLowerCase()),
    ]),
    hex,
    hex.toUpperCase(),
    ...[0, 1, 2].flatMap(offset => base64At(bytes, offset)),
  ];
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

/** Three bytes make four characters, so what a secret looks like depends on how many bytes stand before it. */
function base64At(bytes: Buffer, offset: number): string[] {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  const own = text.slice(
    Math.ceil((offset * 4) / 3),
    Math.floor(((offset + bytes.length) * 4) / 3),
  );
  return own.length < SHORTEST_PART
    ? []
    : [own, own.replaceAll('+', '-').replaceAll('/', '_')];
}
