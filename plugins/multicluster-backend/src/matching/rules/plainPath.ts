/**
 * A path as it is compared: without slashes and dots at its ends. It is the text of a tool: an expression for the slashes at
 * its end would look at each slash in it again and again.
 */
export function plainPath(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') {
    end -= 1;
  }
  return path
    .slice(0, end)
    .replace(/^(?:\.?\/)+/, '')
    .replace(/^\.$/, '');
}
