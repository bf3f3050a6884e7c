import { parseRemote } from './parseRemote';

/** What a host speaks; hosts of one's own come from the platform's `integrations`. */
export type ScmType = 'github' | 'gitlab';

/**
 * Where a repository shows what came between two commits, or undefined where its host is not known to.
 *
 * @remarks
 * Of the remote nothing but host and path reaches the link, see parseRemote, and the commits are hexadecimal.
 *
 * @param typeOf - what the host of a repository is
 */
export function compareUrl(
  remote: string | undefined,
  base: string | undefined,
  head: string | undefined,
  typeOf: (host: string) => ScmType | undefined,
): string | undefined {
  const repository = parseRemote(remote);
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

/** Whether a text is a commit, and not the name of a branch, or anything that an address would be changed by. */
export function isSha(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{7,64}$/i.test(text);
}
