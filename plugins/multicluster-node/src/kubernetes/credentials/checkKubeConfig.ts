import { InputError } from '@backstage/errors';
import { Cluster, User } from '@kubernetes/client-node';

/**
 * Refuses what must not be signed in with.
 *
 * @param where - configuration key, for messages
 * @returns whether a command or a provider gives the credential
 * @internal
 */
export function checkUser(
  user: User,
  allowExec: boolean,
  where: string,
): boolean {
  if (user.impersonateUser) {
    // It would silently stand in the place of the person for whom a request is made.
    throw new InputError(`${where}: its user acts as another (as), refused`);
  }
  const provider = user.authProvider && user.authProvider.name !== 'tokenFile';
  if ((user.exec || provider) && !allowExec) {
    throw new InputError(
      `${where}: its user runs a command or asks an auth provider, refused without allowExec: true`,
    );
  }
  return Boolean(user.exec || provider);
}

/** Refuses addresses over which a credential must not travel. @internal */
export function checkUrl(cluster: Cluster, where: string): void {
  const url = URL.canParse(cluster.server)
    ? new URL(cluster.server)
    : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol)) {
    throw new InputError(`${where}: the server's address is no https address`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      `${where}: the server's address carries more than host, port and path`,
    );
  }
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'http:' && !local) {
    throw new InputError(
      `${where}: the server's address is not https, so the credential would travel readable`,
    );
  }
}
