import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** A ref as it is compared: whole, and in lower case. Throws for what is none. */
export function fullRef(ref: string, defaultKind: string): string {
  const full = stringifyEntityRef(
    parseEntityRef(ref.trim(), { defaultKind, defaultNamespace: 'default' }),
  ).toLocaleLowerCase('en-US');
  // The catalog knows nobody by such a name, and a rule for nobody is a mistake.
  if (!/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(full)) {
    throw new InputError(`'${ref}' is no reference to an entity`);
  }
  return full;
}
