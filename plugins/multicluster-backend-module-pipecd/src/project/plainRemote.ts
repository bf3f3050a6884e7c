/** Scheme, and all that stands before the last `@` of the host. */
const CREDENTIALS = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)@/i;

/**
 * The address of a repository without what opens it: a piped's configuration may hold `https://user:token@host/…`, and
 * whoever sees a pipeline sees the address. The user of SSH is kept, it is part of the address and no secret.
 *
 * @internal
 */
export function plainRemote(remote: string): string {
  return remote.replace(CREDENTIALS, (_, scheme: string, before: string) =>
    /ssh/i.test(scheme) ? `${scheme}${before.split(':')[0]}@` : scheme,
  );
}
