import { parseEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { Caller } from '@fairway/backstage-plugin-multicluster-node';
import { ImpersonatedUser } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { IdentitySettings } from '../config';

/**
 * Who a person of the portal is in the clusters, by the platform's configuration alone: nothing that a user can edit has
 * a say.
 *
 * @returns undefined where reads are made as the credential itself
 * @throws NotAllowedError for a person without a value for a placeholder; they are never taken for somebody else
 * @internal
 */
export function mapCaller(
  caller: Caller,
  { mode, user, groups }: IdentitySettings,
): ImpersonatedUser | undefined {
  if (mode === 'service') {
    return undefined;
  }
  const mapped = fill(user, caller.userEntityRef, caller.email);
  if (mapped === undefined) {
    throw new NotAllowedError(
      'You have no name in the clusters: your user has no e-mail address, which the configured mapping needs',
    );
  }
  return {
    user: mapped,
    groups: groups
      ? caller.ownershipEntityRefs
          .filter(ref => parse(ref)?.kind === 'group')
          .map(ref => fill(groups, ref, undefined))
          .filter(group => group !== undefined)
      : [],
  };
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
