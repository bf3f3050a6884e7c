/** What {@link rowIndexOf} looks at of a keyboard event. */
export interface RowKey {
  key: string;
  target: EventTarget | null;
}

const steps: Record<string, (index: number, page: number) => number> = {
  ArrowDown: index => index + 1,
  ArrowUp: index => index - 1,
  PageDown: (index, page) => index + page,
  PageUp: (index, page) => index - page,
  Home: () => 0,
  End: () => Infinity,
};

/**
 * The row a key moves to from the row that has the focus, or into the rows from the table itself; undefined when the key
 * is not for rows, and then the browser scrolls.
 *
 * @param size - number of rows, rows in view, first row in view
 */
export function rowIndexOf(
  event: RowKey,
  size: { count: number; page: number; first: number },
): number | undefined {
  const step = steps[event.key];
  if (!step || size.count === 0 || !(event.target instanceof Element)) {
    return undefined;
  }
  const row = event.target.closest<HTMLElement>('[data-index]');
  if (!row) {
    return event.key === 'ArrowDown'
      ? Math.min(size.first, size.count - 1)
      : undefined;
  }
  const next = step(Number(row.dataset.index), size.page);
  return Math.max(0, Math.min(size.count - 1, next));
}

/** Focuses the first link or button of a row, once the row is rendered. */
export function focusRow(root: HTMLElement | null, index: number): void {
  const attempt = (left: number) => {
    const target = root?.querySelector<HTMLElement>(
      `[data-index="${index}"] :is(a, button)`,
    );
    if (target) {
      target.focus({ preventScroll: true });
    } else if (left > 0) {
      // A row that was out of view is rendered one or two frames after the scroll.
      requestAnimationFrame(() => attempt(left - 1));
    }
  };
  attempt(5);
}
