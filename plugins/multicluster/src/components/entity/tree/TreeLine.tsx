import { KeyboardEvent, memo } from 'react';
import { TreeCells } from './TreeCells';
import { TreeName } from './TreeName';
import { TreeRow } from './TreeRow';
import { useTreeStyles } from './useTreeStyles';

/** Props of {@link TreeLine}. @internal */
export interface TreeLineProps {
  row: TreeRow;
  index: number;
  /** Pixels from the top of the tree. */
  top: number;
  active: boolean;
  selected: boolean;
  onActivate(id: string): void;
  onToggle(id: string): void;
  onOpen(row: TreeRow): void;
  /** The keys of a row are handled by the tree, which knows the other rows. */
  onKeyDown(event: KeyboardEvent): void;
}

function Line(props: TreeLineProps) {
  const { row, index, top, active, selected } = props;
  const { onActivate, onToggle, onOpen, onKeyDown } = props;
  const classes = useTreeStyles();
  return (
    <div
      role="row"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.expanded}
      aria-selected={selected}
      aria-rowindex={index + 2}
      tabIndex={active ? 0 : -1}
      data-active={active}
      data-row={row.id}
      className={`${classes.row} ${classes.line} ${
        selected ? classes.selected : ''
      }`}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => onActivate(row.id)}
      onClick={() => onOpen(row)}
      onKeyDown={onKeyDown}
    >
      <TreeName row={row} onToggle={onToggle} />
      <TreeCells row={row} />
    </div>
  );
}

/** A row of the tree. @internal */
export const TreeLine = memo(Line);
