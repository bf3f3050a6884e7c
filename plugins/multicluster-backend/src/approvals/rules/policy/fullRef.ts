import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** A ref as it is compared: whole, and in lower case. Throws for what is none. */
export function fullRef(ref: string, defaultKind: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref.trim(), { defaultKind, defaultNamespace: 'default' }),
  ).toLocaleLowerCase('en-US');
}
