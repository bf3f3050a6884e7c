/** What a host speaks; hosts of one's own come from the platform's `integrations`. */
export type ScmType = 'github' | 'gitlab';

/** `git@host:owner/name.git` and `ssh://git@host:22/owner/name.git` are the page at `https://host/owner/name`. */
const SCP = /^(?:[\w.-]+@)?([\w.-]+):(?!\/)([\w./~+-]+)$/;

/** No address is as long, and taking one apart can cost the square of its length. */
const LONGEST = 1000;

/**
 * Where a repository shows what came between two commits, or undefined where its host is not known to.
 *
 * @remarks
 * The remote is text of a tool: nothing of it but a host, a path of plain words and two commits in hexadecimal reaches the
 * link, so that no text can make one that leads elsewhere or carries a credential.
 *
 * @param typeOf - what the host of a repository is
 */
export function compareUrl(
  remote: string | undefined,
  base: string | undefined,
  head: string | undefined,
  typeOf: (host: string) => ScmType | undefined,
): string | undefined {
  const repository =
    remote && remote.length <= LONGEST ? parseRemote(remote) : undefined;
  if (!repository || !isSha(base) || !isSha(head)) {
    return undefined;
  }
  const page = `https://${repository.host}/${repository.path}`;
  switch (typeOf(repository.host)) {
    case 'github':
      return `${page}/compare/${base}...${head}`;
    case 'gitlab':
      return `${page}/-/compare/${base}...${head}`;
    default:
      return undefined;
  }
}

function parseRemote(
  remote: string,
): { host: string; path: string } | undefined {
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

function withPath(host: string, path: string) {
  const plain = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  const parts = plain.split('/');
  const sound = parts.every(
    part => /^[\w.~+-]+$/.test(part) && !/^\.+$/.test(part),
  );
  return sound && parts.length > 1 ? { host, path: plain } : undefined;
}

function isSha(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{7,64}$/i.test(text);
}
