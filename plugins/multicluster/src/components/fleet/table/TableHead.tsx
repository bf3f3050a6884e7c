import { gridTracks, leastWidth, TableColumn } from './TableColumn';
import { useRowStyles } from './useRowStyles';

/** The titles of the columns; they stay in view while the rows scroll. */
export function TableHead<T>(props: { columns: TableColumn<T>[] }) {
  const { columns } = props;
  const classes = useRowStyles();
  return (
    <div role="rowgroup" style={{ display: 'contents' }}>
      <div
        role="row"
        aria-rowindex={1}
        className={`${classes.row} ${classes.head}`}
        style={{
          gridTemplateColumns: gridTracks(columns),
          minWidth: leastWidth(columns),
        }}
      >
        {columns.map(({ key, title, align }) => (
          <div
            key={key}
            role="columnheader"
            className={`${classes.cell} ${
              align === 'right' ? classes.right : ''
            }`}
          >
            {title}
          </div>
        ))}
      </div>
    </div>
  );
}
