const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/**
 * The name of the Work of a template, the same in the execution namespace of every cluster: the name and a hash, of which
 * each decimal digit is mapped into an alphabet without vowels (pkg/util/names, k8s SafeEncodeString).
 *
 * @remarks
 * Only a shortcut to one object by name. What is found is believed only with the right permanent id: names collide.
 *
 * @internal
 */
export function workName(template: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  const name = template.name.replaceAll(':', '.').toLowerCase();
  const prefix = template.namespace ? `${template.namespace}-` : '';
  const hash = fnv1a(`${prefix}${name}-${template.kind.toLowerCase()}`);
  const encoded = [...String(hash)]
    .map(digit => ALPHABET[digit.charCodeAt(0) % ALPHABET.length])
    .join('');
  return `${name}-${encoded}`;
}

/** 32-bit FNV-1a; in BigInt because a product exceeds what a number holds exactly. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5n;
  for (const byte of Buffer.from(text)) {
    hash = BigInt.asUintN(32, (hash ^ BigInt(byte)) * 0x01000193n);
  }
  return Number(hash);
}
