/**
 * Orders two resourceVersions of one kind on one server.
 *
 * @remarks
 * They are decimal counters on every server that says so (Kubernetes 1.35 promises it), and opaque elsewhere.
 *
 * @returns negative, zero or positive; undefined when they cannot be compared, that is when one is no decimal number and
 * they differ
 * @public
 */
export function compareResourceVersions(
  a: string,
  b: string,
): number | undefined {
  if (a === b) {
    return 0;
  }
  if (!isDecimal(a) || !isDecimal(b)) {
    return undefined;
  }
  // Longer is larger: they have no leading zeros and may exceed what a number holds exactly.
  return a.length - b.length || (a < b ? -1 : 1);
}

function isDecimal(value: string): boolean {
  return /^(0|[1-9]\d*)$/.test(value);
}
