import { parseEntityRef } from '@backstage/catalog-model';
import { Caller } from '@fairway/backstage-plugin-multicluster-node';
import { ImpersonatedUser } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { IdentitySettings } from '../config';
import { UnmappedCallerError } from './UnmappedCallerError';

/** Enough to tell an address from a bare name: with `{email}` alone, `admin` in a profile would be the cluster's admin. */
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/**
 * Who a person of the portal is in the clusters, by the platform's configuration alone: nothing that a user can edit has
 * a say.
 *
 * @remarks
 * A bare `{name}` is that of one namespace of the catalog only. `user:default/jane` and `user:partners/jane` are two
 * people, and so are two groups of one name; without `{namespace}` or `{ref}` the clusters could not tell them apart.
 *
 * @returns undefined where reads are made as the credential itself
 * @throws UnmappedCallerError for a person without a value for a placeholder; they are never taken for somebody else
 * @internal
 */
export function mapCaller(
  caller: Caller,
  settings: IdentitySettings,
): ImpersonatedUser | undefined {
  const { mode, user, groups, namespace } = settings;
  if (mode === 'service') {
    return undefined;
  }
  const entity = parse(caller.userEntityRef);
  if (entity && !isToldApart(user, entity, namespace)) {
    throw UnmappedCallerError.ofNamespace(entity.namespace);
  }
  const email = EMAIL.test(caller.email ?? '') ? caller.email : undefined;
  const mapped = fill(user, caller.userEntityRef, email);
  if (mapped === undefined) {
    throw UnmappedCallerError.create();
  }
  return {
    user: mapped,
    groups: groups
      ? caller.ownershipEntityRefs
          .filter(ref => {
            const group = parse(ref);
            return (
              group?.kind === 'group' && isToldApart(groups, group, namespace)
            );
          })
          .map(ref => fill(groups, ref, undefined))
          .filter(group => group !== undefined)
      : [],
  };
}

function isToldApart(
  template: string,
  entity: { namespace: string },
  namespace: string,
): boolean {
  return (
    !template.includes('{name}') ||
    /\{(namespace|ref)\}/.test(template) ||
    entity.namespace.toLocaleLowerCase('en-US') === namespace
  );
}

function fill(
  template: string,
  ref: string,
  email: string | undefined,
): string | undefined {
  const entity = parse(ref);
  if (!entity || (template.includes('{email}') && !email)) {
    return undefined;
  }
  const values: Record<string, string> = {
    name: entity.name,
    namespace: entity.namespace,
    ref,
    email: email ?? '',
  };
  // A function, so that a `$&` in a value stays what it is.
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

function parse(ref: string) {
  try {
    const { kind, namespace, name } = parseEntityRef(ref);
    return { kind: kind.toLocaleLowerCase('en-US'), namespace, name };
  } catch {
    return undefined;
  }
}
