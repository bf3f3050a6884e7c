/** What can be asked for: a kind of thing and what is done to it. */
export type Right = `${
  | 'APPLICATION'
  | 'DEPLOYMENT'
  | 'EVENT'
  | 'PIPED'
  | 'PROJECT'}.${'GET' | 'LIST' | 'CREATE' | 'UPDATE'}`;

const READS: Right[] = [
  'APPLICATION.GET',
  'APPLICATION.LIST',
  'DEPLOYMENT.GET',
  'DEPLOYMENT.LIST',
  'PIPED.GET',
  'PIPED.LIST',
  'PROJECT.GET',
  'EVENT.LIST',
];

const BUILT_IN = new Map<string, (right: Right) => boolean>([
  ['Admin', () => true],
  [
    'Editor',
    right => READS.includes(right) || /^(APPLICATION|DEPLOYMENT)\./.test(right),
  ],
  ['Viewer', right => READS.includes(right)],
]);

/** Whether one of the roles may; role names that nobody knows may nothing. */
export function rolesAllow(roles: string[], right: Right): boolean {
  return roles.some(role => BUILT_IN.get(role)?.(right));
}

/** Whether there is such a role at all. */
export function isKnownRole(role: string): boolean {
  return BUILT_IN.has(role);
}
