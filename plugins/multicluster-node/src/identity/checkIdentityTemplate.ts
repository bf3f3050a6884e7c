import { InputError } from '@backstage/errors';

/**
 * Checks a template of names.
 *
 * @param key - where it is configured
 * @throws InputError that names the key: without a placeholder everybody would be the same user, and with two that nothing
 * keeps apart two people could be
 * @public
 */
export function checkIdentityTemplate(template: string, key: string): void {
  const placeholders = [...template.matchAll(/\{(\w*)\}/g)].map(m => m[1]);
  const unknown = placeholders.find(
    name => !['name', 'namespace', 'ref', 'email'].includes(name),
  );
  if (placeholders.length === 0 || unknown !== undefined) {
    throw new InputError(
      `${key}: must hold {name}, {namespace}, {ref} or {email}`,
    );
  }
  if (/\{\w+\}[A-Za-z0-9-]*\{\w+\}/.test(template)) {
    // Otherwise a-b and c make the same name as a and b-c.
    throw new InputError(
      `${key}: placeholders must be kept apart by a character that is no letter, digit or dash, for example by a colon`,
    );
  }
}
