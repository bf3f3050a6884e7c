import { TreeRow } from './TreeRow';

/** What a key does in the tree. @internal */
export type TreeMove =
  | { type: 'focus'; id: string }
  | { type: 'toggle'; id: string }
  | { type: 'open'; id: string }
  | { type: 'find' };

const PAGE = 10;

/**
 * What a key does on a row, as the pattern of a tree-grid has it: up and down, Home, End and the page keys move; right
 * opens, then goes in; left folds, then goes out; Enter shows the details; Escape goes out; `/` goes to the filter.
 *
 * @returns undefined where the key means nothing here, so that it is left to the browser
 * @internal
 */
export function treeMove(
  rows: TreeRow[],
  activeId: string | undefined,
  key: string,
): TreeMove | undefined {
  const index = Math.max(
    0,
    rows.findIndex(row => row.id === activeId),
  );
  const row = rows[index];
  if (!row) {
    return key === '/' ? { type: 'find' } : undefined;
  }
  const to = (target: number): TreeMove => ({
    type: 'focus',
    id: rows[Math.min(Math.max(target, 0), rows.length - 1)].id,
  });
  const out: TreeMove | undefined = row.parentId
    ? { type: 'focus', id: row.parentId }
    : undefined;
  switch (key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index - 1);
    case 'PageDown':
      return to(index + PAGE);
    case 'PageUp':
      return to(index - PAGE);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row.expanded === false) {
        return { type: 'toggle', id: row.id };
      }
      return row.expanded ? to(index + 1) : undefined;
    case 'ArrowLeft':
      return row.expanded ? { type: 'toggle', id: row.id } : out;
    case 'Escape':
      return out;
    case 'Enter':
    case ' ':
      return { type: 'open', id: row.id };
    case '/':
      return { type: 'find' };
    default:
      return undefined;
  }
}
