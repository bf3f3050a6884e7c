import { hash } from 'node:crypto';

/**
 * The id in URLs of something that a delivery tool names: a hash of its identity, so that it is the same before and after
 * the tables are emptied, and in every replica.
 *
 * @param source - configured name of the source
 * @param key - as the tool identifies it
 */
export function identityHash(
  source: string,
  kind: 'pipeline' | 'run',
  key: string,
): string {
  return hash('sha256', JSON.stringify([source, kind, key]), 'base64url').slice(
    0,
    22,
  );
}
