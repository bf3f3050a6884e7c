import gitUrlParse from 'git-url-parse';
import { plainPath } from './plainPath';

/** A place in a repository. */
export interface GitPlace {
  /** Host and path in lower case, the same for every way to write the address. */
  remote: string;
  branch?: string;
  /** Directory, without slashes at its ends; empty: the root. */
  path: string;
}

/** No address is as long, and taking one apart costs more than its length. */
const LONGEST = 1000;

/**
 * Takes the address of a repository, or of a file or directory in one, apart: `git@host:org/repo.git` and
 * `https://host/org/repo/blob/main/shop/catalog-info.yaml` name the same repository. Credentials in it are left out.
 *
 * @returns undefined when it names no repository
 */
export function gitPlace(address: string): GitPlace | undefined {
  if (address.length > LONGEST) {
    return undefined;
  }
  try {
    const parsed = gitUrlParse(address);
    if (!parsed.resource || !parsed.full_name) {
      return undefined;
    }
    return {
      remote: `${parsed.resource}/${parsed.full_name}`.toLowerCase(),
      ...(parsed.ref && { branch: parsed.ref }),
      path: directoryOf(parsed.filepath ?? '', parsed.filepathtype),
    };
  } catch {
    return undefined;
  }
}

/** Only an address of a directory (`tree`) ends in one. */
function directoryOf(path: string, type: string | undefined): string {
  const plain = plainPath(path);
  const isDirectory = type === 'tree' || path.endsWith('/');
  const isFile = !isDirectory && /\.[A-Za-z0-9]+$/.test(plain);
  return isFile ? plain.split('/').slice(0, -1).join('/') : plain;
}
