/** What moves along with a branch even if it has a digit in it. */
const BRANCH = /^(feature|feat|fix|bugfix|hotfix|pr|mr|branch|wip)[-_.]/i;

/**
 * Whether an image reference names no content by itself, so that the same tag may be something else tomorrow or on the next
 * cluster: `latest`, anything with SNAPSHOT in it, and names of branches and channels, which have no digit (`main`,
 * `stable`) or begin as branches do. A digest pins, whatever the tag.
 */
export function isUnpinned(version: {
  image: string;
  version: string;
}): boolean {
  if (version.image.includes('@')) {
    return false;
  }
  return (
    !/\d/.test(version.version) ||
    /snapshot/i.test(version.version) ||
    BRANCH.test(version.version)
  );
}
