/** Puts what came between two commits newest first: hosts give it either way, and the head stands at one of its ends. */
export function newestFirst<T>(
  items: T[],
  head: string,
  shaOf: (item: T) => string,
): T[] {
  const isHead = (item: T) => {
    const [sha, wanted] = [shaOf(item), head].map(text => text.toLowerCase());
    return sha.startsWith(wanted) || wanted.startsWith(sha);
  };
  const [first] = items;
  return first === undefined || isHead(first) ? items : [...items].reverse();
}
