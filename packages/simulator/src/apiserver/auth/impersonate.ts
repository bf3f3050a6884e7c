import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { failures } from '../failures';
import { ApiServerContext } from '../ApiServerContext';
import { StatusError } from '../StatusError';
import { Attributes } from './Attributes';
import { placeOf } from './placeOf';
import { UserInfo } from './UserInfo';

const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;

/**
 * The user a request speaks for: the one named by `Impersonate-User` and `Impersonate-Group`, when the caller may
 * impersonate each of them. The texts are those of Kubernetes 1.35 and later, which word a refused user by what the
 * request was about to do.
 */
export function impersonate(
  { authorizer }: Pick<ApiServerContext, 'authorizer'>,
  exchange: Exchange,
  target: Target | undefined,
): UserInfo {
  const caller = exchange.user;
  const [username] = exchange.rawHeader('impersonate-user');
  const groups = exchange.rawHeader('impersonate-group');
  if (!username) {
    if (groups.length) {
      throw failures.badRequest(
        `requested &user.DefaultInfo{Name:"", UID:"", Groups:[]string{${groups
          .map(group => JSON.stringify(group))
          .join(
            ', ',
          )}}, Extra:map[string][]string(nil)} without impersonating a user name`,
      );
    }
    return caller;
  }
  const account = SERVICE_ACCOUNT.exec(username);
  const asked = account
    ? of('serviceaccounts', account[2], account[1])
    : of('users', username);
  if (!authorizer.allows(caller, asked)) {
    throw refusedUser(exchange, username, target);
  }
  const refused = groups
    .map(name => of('groups', name))
    .find(group => !authorizer.allows(caller, group));
  if (refused) {
    throw refusal(caller, refused);
  }
  return { username, groups: [...new Set([...implied(account, groups)])] };
}

function of(resource: string, name: string, namespace?: string): Attributes {
  return {
    verb: 'impersonate',
    group: '',
    resource,
    name,
    ...(namespace && { namespace }),
  };
}

function implied(account: RegExpExecArray | null, groups: string[]): string[] {
  const own =
    account && !groups.length
      ? ['system:serviceaccounts', `system:serviceaccounts:${account[1]}`]
      : [];
  return [...groups, ...own, 'system:authenticated'];
}

function refusal(caller: UserInfo, asked: Attributes) {
  const where = asked.namespace
    ? `in the namespace "${asked.namespace}"`
    : 'at the cluster scope';
  return failures.forbidden(
    asked,
    asked.name,
    `User "${caller.username}" cannot impersonate resource "${asked.resource}" in API group "" ${where}`,
  );
}

/** The mode in which Kubernetes 1.35 and later last tried to let somebody be impersonated; its name is in the refusal. */
function modeFor(username: string): string {
  if (SERVICE_ACCOUNT.test(username)) {
    return 'serviceaccount';
  }
  return username.startsWith('system:node:') ? 'arbitrary-node' : 'user-info';
}

function refusedUser(
  exchange: Exchange,
  username: string,
  target: Target | undefined,
) {
  const mode = modeFor(username);
  const who = `User "${exchange.user.username}"`;
  if (!target) {
    return new StatusError(
      403,
      'Forbidden',
      `forbidden: ${who} cannot impersonate-on:${mode}:get path "${exchange.path}"`,
      {},
      { 'x-content-type-options': 'nosniff' },
    );
  }
  const { type, verb, subresource, name } = target;
  const resource = subresource
    ? `${type.resource}/${subresource}`
    : type.resource;
  const namespace = placeOf(target);
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return failures.forbidden(
    type,
    name || undefined,
    `${who} cannot impersonate-on:${mode}:${verb} resource "${resource}" in API group "${type.group}" ${where}`,
  );
}
