import { Caller } from '../contract';
import { fillTemplate } from './fillTemplate';
import { IdentityTemplate } from './IdentityTemplate';
import { isToldApart } from './isToldApart';
import { parseRef } from './parseRef';
import { UnmappedCallerError } from './UnmappedCallerError';

/** Enough to tell an address from a bare name: with `{email}` alone, `admin` in a profile would be the system's admin. */
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/**
 * Who a person of the portal is in a system, by the platform's configuration alone: nothing that a user can edit has a say.
 *
 * @remarks
 * A bare `{name}` is that of one namespace of the catalog only. `user:default/jane` and `user:partners/jane` are two
 * people; without `{namespace}` or `{ref}` the system could not tell them apart.
 *
 * @throws UnmappedCallerError for a person without a value for a placeholder; they are never taken for somebody else
 * @public
 */
export function mapPerson(
  caller: Caller,
  { user, namespace }: IdentityTemplate,
): string {
  const entity = parseRef(caller.userEntityRef);
  if (entity && !isToldApart(user, entity, namespace)) {
    throw UnmappedCallerError.ofNamespace(entity.namespace);
  }
  const email = EMAIL.test(caller.email ?? '') ? caller.email : undefined;
  const mapped = fillTemplate(user, caller.userEntityRef, email);
  if (mapped === undefined) {
    throw UnmappedCallerError.create();
  }
  return mapped;
}
