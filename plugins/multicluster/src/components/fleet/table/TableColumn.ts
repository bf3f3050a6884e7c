import { ReactNode } from 'react';

/** A column of a virtualised table. */
export interface TableColumn<T> {
  key: string;
  title: string;
  /** Pixels below which the table scrolls sideways. */
  minWidth: number;
  /** Share of what is left when every column has its least width; 0 keeps it there. */
  grow?: number;
  align?: 'left' | 'right';
  render(row: T): ReactNode;
}

/** Columns as tracks of a CSS grid, so that head and rows line up without measuring. */
export function gridTracks(
  columns: Pick<TableColumn<never>, 'minWidth' | 'grow'>[],
): string {
  return columns
    .map(({ minWidth, grow }) =>
      grow ? `minmax(${minWidth}px, ${grow}fr)` : `${minWidth}px`,
    )
    .join(' ');
}

/** Pixels between columns, and on both sides of a row. Rows and the least width of the table must agree on them. */
export const rowSpace = { gap: 12, side: 20 };

/** Pixels below which a table scrolls sideways. */
export function leastWidth(columns: Pick<TableColumn<never>, 'minWidth'>[]) {
  return columns.reduce(
    (sum, { minWidth }) => sum + minWidth + rowSpace.gap,
    2 * rowSpace.side - rowSpace.gap,
  );
}
