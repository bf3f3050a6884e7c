import { makeStyles } from '@material-ui/core/styles';
import { useVirtualizer } from '@tanstack/react-virtual';
import { KeyboardEvent, ReactNode, useEffect, useRef } from 'react';
import { leastWidth, TableColumn } from './TableColumn';
import { TableHead } from './TableHead';
import { TableRow } from './TableRow';
import { focusRow, rowIndexOf } from './rowFocus';

const useStyles = makeStyles(
  theme => ({
    scroll: {
      overflow: 'auto',
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    body: { position: 'relative' },
    foot: {
      padding: theme.spacing(1, 2.5),
      borderTop: `1px solid ${theme.palette.divider}`,
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'MulticlusterVirtualTable' },
);

const OVERSCAN = 6;

/** Props of {@link VirtualTable}. */
export interface VirtualTableProps<T> {
  /** Said to those who do not see the title. */
  label: string;
  columns: TableColumn<T>[];
  rows: T[];
  rowKey(row: T): string;
  /** Pixels. All rows are as high, so that the scroll bar never jumps. */
  rowHeight: number;
  /** How many rows there are with those not read yet; -1 when nobody knows. */
  total?: number;
  /** Pixels the table may take; it scrolls inside. */
  maxHeight?: number | string;
  /** The end came into view. */
  onEnd?(): void;
  /** Below the last row. */
  foot?: ReactNode;
}

/**
 * A table that renders the rows in view only. Up, Down, Home, End, PageUp and PageDown move between the rows' links,
 * Down into the rows; links and buttons stay in the order of Tab.
 */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { label, columns, rows, rowKey, rowHeight, maxHeight, onEnd } = props;
  const { total = rows.length, foot } = props;
  const classes = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: index => rowKey(rows[index]),
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? -1;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 1) {
      onEnd?.();
    }
  }, [last, rows.length, onEnd]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const page = Math.max(1, Math.floor(rowsInView(scroll.current, rowHeight)));
    const first = Math.floor((scroll.current?.scrollTop ?? 0) / rowHeight);
    const next = rowIndexOf(event, { count: rows.length, page, first });
    if (next !== undefined) {
      event.preventDefault();
      virtual.scrollToIndex(next);
      focusRow(scroll.current, next);
    }
  };
  return (
    <>
      <div
        ref={scroll}
        className={classes.scroll}
        style={{ maxHeight: maxHeight ?? '70vh' }}
        role="grid"
        aria-label={label}
        aria-rowcount={total < 0 ? -1 : total + 1}
        aria-colcount={columns.length}
        aria-readonly
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <TableHead columns={columns} />
        <div
          role="rowgroup"
          className={classes.body}
          style={{
            height: virtual.getTotalSize(),
            minWidth: leastWidth(columns),
          }}
        >
          {items.map(item => (
            <TableRow
              key={item.key}
              columns={columns}
              row={rows[item.index]}
              index={item.index}
              top={item.start}
              height={rowHeight}
            />
          ))}
        </div>
      </div>
      {foot && <div className={classes.foot}>{foot}</div>}
    </>
  );
}

function rowsInView(element: HTMLElement | null, rowHeight: number): number {
  return ((element?.clientHeight ?? 0) - rowHeight) / rowHeight;
}
