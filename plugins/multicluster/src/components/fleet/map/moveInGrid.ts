/**
 * Where a key takes the focus in a grid that flows in rows.
 *
 * @param position - `index` of the focused cell, number of cells, cells per row
 * @returns the new index, or undefined when the key is not one of ours and must reach the browser
 */
export function moveInGrid(
  key: string,
  position: { index: number; count: number; columns: number },
): number | undefined {
  const { index, count } = position;
  const columns = Math.max(1, position.columns);
  const last = count - 1;
  const rowStart = index - (index % columns);
  switch (key) {
    case 'ArrowRight':
      return Math.min(index + 1, last);
    case 'ArrowLeft':
      return Math.max(index - 1, 0);
    case 'ArrowDown':
      return index + columns <= last ? index + columns : last;
    case 'ArrowUp':
      return index - columns >= 0 ? index - columns : index;
    case 'Home':
      return rowStart;
    case 'End':
      return Math.min(rowStart + columns - 1, last);
    case 'PageUp':
      return 0;
    case 'PageDown':
      return last;
    default:
      return undefined;
  }
}
