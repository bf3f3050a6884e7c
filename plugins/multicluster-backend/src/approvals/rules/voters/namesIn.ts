const NOREPLY = /^(?:\d+\+)?([^@+]+)@users\.noreply\.[^@]+$/;

/**
 * Names by which a tool or a commit may mean somebody, in lower case: all of it, and of `Ann Smith <ann@example.com>` the name and
 * the address, and of an address that a forge made up the login.
 */
export function namesIn(nativeId: string): string[] {
  const text = nativeId.trim().toLocaleLowerCase('en-US');
  const [, name, address] = /^([^<]*)<([^<>]+)>$/.exec(text) ?? [];
  const parts = [text, name?.trim(), address?.trim()];
  const login = NOREPLY.exec(address?.trim() ?? text)?.[1];
  return [
    ...new Set([...parts, login].filter((part): part is string => !!part)),
  ];
}
