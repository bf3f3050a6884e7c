/** The order in which MySQL sorts uuids that are stored with swapped time parts: rows of the same second come so. */
export function binaryOrder(first: string, second: string): number {
  const swapped = (id: string) => {
    const [low, mid, high, ...rest] = id.split('-');
    return [high, mid, low, ...rest].join('');
  };
  const [a, b] = [swapped(first), swapped(second)];
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
