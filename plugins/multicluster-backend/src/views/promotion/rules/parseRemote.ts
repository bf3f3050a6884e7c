/** A repository on its host. */
export interface Repository {
  /** With its port, where it has one. */
  host: string;
  /** Two or more plain words, `/` between them. */
  path: string;
}

/** `git@host:owner/name.git` and `ssh://git@host:22/owner/name.git` are the page at `https://host/owner/name`. */
const SCP = /^(?:[\w.-]+@)?([\w.-]+):(?!\/)([\w./~+-]+)$/;

/** No address is as long, and taking one apart can cost the square of its length. */
const LONGEST = 1000;

/**
 * The repository that a remote names, or undefined where it is none of a host.
 *
 * @remarks
 * The remote is text of a tool: nothing of it but a host and a path of plain words is kept, so that no text can make an
 * address that leads elsewhere or carries a credential.
 */
export function parseRemote(
  remote: string | undefined,
): Repository | undefined {
  if (!remote || remote.length > LONGEST) {
    return undefined;
  }
  const scp = SCP.exec(remote);
  if (scp) {
    return withPath(scp[1], scp[2]);
  }
  if (!URL.canParse(remote)) {
    return undefined;
  }
  const url = new URL(remote);
  // The port of SSH is not the one of the pages.
  const host = url.protocol === 'https:' ? url.host : url.hostname;
  return ['https:', 'http:', 'ssh:', 'git:'].includes(url.protocol)
    ? withPath(host, url.pathname)
    : undefined;
}

function withPath(host: string, path: string): Repository | undefined {
  const plain = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  const parts = plain.split('/');
  const sound = parts.every(
    part => /^[\w.~+-]+$/.test(part) && !/^\.+$/.test(part),
  );
  return sound && parts.length > 1 ? { host, path: plain } : undefined;
}
