import { ResourceType } from '../ObjectStore';

/**
 * Whether a path leads into a group and version of built-in kinds: then an unknown kind in it is told as a Status. Among
 * custom resources it is an unknown path.
 */
export function isServedGroup(
  path: string,
  types: readonly ResourceType[],
): boolean {
  const [, root, ...rest] = path.split('/');
  const [group, version] = root === 'api' ? ['', rest[0]] : rest;
  return (
    ['api', 'apis'].includes(root) &&
    types.some(
      type =>
        type.group === group &&
        type.version === version &&
        type.served !== 'custom',
    )
  );
}
