import { encodeHash } from './encodeHash';

/** The name of a template's Work; the same in the execution namespace of every cluster. */
export function workName(
  kind: string,
  name: string,
  namespace?: string,
): string {
  const plain = name.replaceAll(':', '.').toLowerCase();
  const scope = namespace ? `${namespace}-` : '';
  return `${plain}-${encodeHash(`${scope}${plain}-${kind.toLowerCase()}`)}`;
}
