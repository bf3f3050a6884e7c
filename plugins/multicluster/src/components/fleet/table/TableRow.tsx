import { gridTracks, TableColumn } from './TableColumn';
import { useRowStyles } from './useRowStyles';

/** Props of {@link TableRow}. */
export interface TableRowProps<T> {
  columns: TableColumn<T>[];
  row: T;
  index: number;
  /** Pixels from the top of the body. */
  top: number;
  /** Pixels. */
  height: number;
}

/** A row at its place in a virtualised table. */
export function TableRow<T>(props: TableRowProps<T>) {
  const { columns, row, index, top, height } = props;
  const classes = useRowStyles();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={`${classes.row} ${classes.data}`}
      style={{
        gridTemplateColumns: gridTracks(columns),
        transform: `translateY(${top}px)`,
        height,
      }}
    >
      {columns.map(({ key, align, render }) => (
        <div
          key={key}
          role="gridcell"
          className={`${classes.cell} ${
            align === 'right' ? classes.right : ''
          }`}
        >
          {render(row)}
        </div>
      ))}
    </div>
  );
}
