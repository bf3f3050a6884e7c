/** The first patch of each minor version that does not send what is held when somebody deletes it in a member. */
const MENDED: Record<number, number> = { 12: 8, 13: 5, 14: 2 };

/**
 * Whether a version of Karmada, as the configuration says it, keeps what is held.
 *
 * @param version - for example `1.14.3` or `v1.18`
 * @internal
 */
export function isSoundVersion(version: string): boolean {
  const [, major, minor, patch = '0'] =
    /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:[-+].*)?$/.exec(version) ?? [];
  if (!major || Number(major) > 1) {
    return Boolean(major);
  }
  const first = MENDED[Number(minor)];
  return first === undefined ? Number(minor) >= 15 : Number(patch) >= first;
}
