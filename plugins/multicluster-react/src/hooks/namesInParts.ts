/** Characters of names in one request, as they are in an address. */
const MOST = 1_500;

/**
 * Names in parts that fit into an address each. Nothing named is one part: no condition.
 *
 * @internal
 */
export function namesInParts(
  names: string[] | undefined,
): Array<string[] | undefined> {
  if (!names?.length) {
    return [names];
  }
  const parts: string[][] = [[]];
  let length = 0;
  for (const name of names) {
    const part = parts[parts.length - 1];
    length += encodeURIComponent(name).length;
    if (part.length > 0 && length > MOST) {
      length = encodeURIComponent(name).length;
      parts.push([name]);
    } else {
      part.push(name);
    }
  }
  return parts;
}
