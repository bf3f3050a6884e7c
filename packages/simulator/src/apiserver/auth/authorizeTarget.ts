import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Target } from '../http/Target';
import { placeOf } from './placeOf';
import { UserInfo } from './UserInfo';

/** Throws the 403 of an authorizer when the user may not do what the request asks. */
export function authorizeTarget(
  { authorizer }: Pick<ApiServerContext, 'authorizer'>,
  user: UserInfo,
  target: Target,
): void {
  const { type, verb, subresource, name } = target;
  const namespace = placeOf(target);
  const { group, resource } = type;
  if (
    authorizer.allows(user, {
      verb,
      group,
      resource,
      subresource,
      namespace,
      name,
    })
  ) {
    return;
  }
  const full = subresource ? `${resource}/${subresource}` : resource;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  throw failures.forbidden(
    type,
    name || undefined,
    `User "${user.username}" cannot ${verb} resource "${full}" in API group "${group}" ${where}`,
  );
}
