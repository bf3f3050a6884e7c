import { globToRegExp } from '../../../util/globToRegExp';
import { namesIn } from './namesIn';

/** The platform's word: whoever a tool or a commit calls so is this user. */
export interface PeopleRule {
  /** A native id, an author or an address, with `*` and `?`. */
  match: string;
  /** Ref of the user. */
  user: string;
}

/** A User of the catalog, with the address of its profile. */
export interface CatalogPerson {
  ref: string;
  email?: string;
}

/**
 * Who somebody is that a tool or a commit names: by the first rule of the platform that matches, else by the address of a User's
 * profile. Two Users with one address are nobody: whoever is not the author must not be taken for it.
 *
 * @returns the ref in lower case; undefined: nobody knows
 */
export function mapPeople(
  rules: readonly PeopleRule[],
  users: readonly CatalogPerson[] = [],
): (nativeId: string) => string | undefined {
  const patterns = rules.map(({ match, user }) => ({
    pattern: globToRegExp(match.trim()),
    user: user.toLocaleLowerCase('en-US'),
  }));
  const byEmail = new Map<string, string | undefined>();
  for (const { ref, email } of users) {
    const key = email?.trim().toLocaleLowerCase('en-US');
    if (key) {
      const user = ref.toLocaleLowerCase('en-US');
      byEmail.set(
        key,
        byEmail.has(key) && byEmail.get(key) !== user ? undefined : user,
      );
    }
  }
  return nativeId => {
    const names = namesIn(nativeId);
    const rule = patterns.find(({ pattern }) =>
      names.some(name => pattern.test(name)),
    );
    return rule?.user ?? names.map(name => byEmail.get(name)).find(Boolean);
  };
}
