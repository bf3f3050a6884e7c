/** Versions of one resource share their storage. */
export function typeKey(type: { group: string; resource: string }): string {
  return `${type.group}/${type.resource}`;
}
