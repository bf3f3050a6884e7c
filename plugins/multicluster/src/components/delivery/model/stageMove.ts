const STEPS: Record<string, (index: number, count: number) => number> = {
  ArrowDown: index => index + 1,
  ArrowUp: index => index - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * The stage a key leads to; undefined where the key is none of the list's, or there is nothing further.
 *
 * @internal
 */
export function stageMove(
  stages: ReadonlyArray<{ id: string }>,
  selectedId: string,
  key: string,
): string | undefined {
  const index = stages.findIndex(({ id }) => id === selectedId);
  const next = STEPS[key]?.(index, stages.length);
  return next === undefined || next === index ? undefined : stages[next]?.id;
}
