/** A path as it is compared: without slashes and dots at its ends. */
export function plainPath(path: string): string {
  return path.replace(/^(\.?\/)+|\/+$/g, '').replace(/^\.$/, '');
}
