import { InputError } from '@backstage/errors';

/** Whom a request is made as. @public */
export interface ImpersonatedUser {
  /** User name as the cluster knows it. */
  user: string;
  groups: string[];
  uid?: string;
}

/**
 * The headers that make a request the user's.
 *
 * @remarks
 * Each group is a header line of its own: joined by a comma the server would take them as one group. Values travel as
 * UTF-8 bytes, which is how the server reads them.
 *
 * @throws InputError for `system:` users and groups (`system:masters` is cluster admin), and for empty names, names with
 * white space around them (the server trims it, so that ` system:masters` would pass a naive check) and control characters
 * @public
 */
export function impersonationHeaders(
  as: ImpersonatedUser,
): Record<string, string | string[]> {
  const groups = [...new Set(as.groups)];
  return {
    'Impersonate-User': headerValue('user', as.user),
    ...(groups.length > 0 && {
      'Impersonate-Group': groups.map(group => headerValue('group', group)),
    }),
    ...(as.uid !== undefined && {
      'Impersonate-Uid': headerValue('uid', as.uid),
    }),
  };
}

function headerValue(what: 'user' | 'group' | 'uid', value: string): string {
  if (value === '' || value !== value.trim() || hasControl(value)) {
    throw new InputError(
      `A ${what} to act as is empty, or has white space around it or control characters in it`,
    );
  }
  if (what !== 'uid' && value.toLowerCase().startsWith('system:')) {
    throw new InputError(`A system ${what} is never acted as`);
  }
  return Buffer.from(value, 'utf8').toString('latin1');
}

function hasControl(value: string): boolean {
  return [...value].some(character => {
    const point = character.codePointAt(0) ?? 0;
    return point < 0x20 || point === 0x7f;
  });
}
