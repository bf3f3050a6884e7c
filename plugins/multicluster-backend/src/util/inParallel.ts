/**
 * Works on items in their order, so many at once, and begins with none any more once `goOn` says no. Rejects with the first
 * that does; what was begun by then is not waited for.
 */
export async function inParallel<T>(
  items: readonly T[],
  options: { atOnce: number; goOn?: () => boolean },
  work: (item: T) => Promise<void>,
): Promise<void> {
  const { atOnce, goOn = () => true } = options;
  const left = items.values();
  const one = async () => {
    for (const item of left) {
      await work(item);
      if (!goOn()) {
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
