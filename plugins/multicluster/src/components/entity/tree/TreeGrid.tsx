import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { treeMove } from './treeMove';
import { TreeHead } from './TreeHead';
import { TreeLine } from './TreeLine';
import { TreeRow } from './TreeRow';
import { visibleRange } from './visibleRange';
import { ROW_HEIGHT, useTreeStyles } from './useTreeStyles';

/** Props of {@link TreeGrid}. @internal */
export interface TreeGridProps {
  rows: TreeRow[];
  /** The row the keyboard is on. */
  activeId: string | undefined;
  /** The row the drawer is about. */
  selectedId: string | undefined;
  onActivate(id: string): void;
  onToggle(id: string): void;
  onOpen(row: TreeRow): void;
  onFind(): void;
}

/** Rows that always fit without a scroll bar. */
const LONG = 8;

/**
 * Workload, cluster and pod as a tree with columns. Only rows in sight are in the document; one of them is in the tab
 * order, and the arrow keys move from there.
 *
 * @internal
 */
export function TreeGrid(props: TreeGridProps) {
  const { rows, selectedId, onActivate, onToggle, onOpen, onFind } = props;
  const classes = useTreeStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const scroll = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const activeIndex = Math.max(
    0,
    rows.findIndex(row => row.id === props.activeId),
  );
  const active = rows[activeIndex];
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: index => rows[index].id,
    overscan: 8,
    // The active row stays in the document when it scrolls out of sight; without it Tab would leave the tree.
    rangeExtractor: range => visibleRange(range, activeIndex),
  });

  const long = rows.length > LONG ? classes.long : '';

  useEffect(() => {
    if (wantsFocus.current && active) {
      wantsFocus.current = false;
      scroll.current
        ?.querySelector<HTMLElement>('[data-active="true"]')
        ?.focus({ preventScroll: true });
    }
  }, [active]);

  const focusRow = useCallback(
    (id: string) => {
      wantsFocus.current = true;
      onActivate(id);
      virtual.scrollToIndex(rows.findIndex(row => row.id === id));
    },
    [onActivate, rows, virtual],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const move = treeMove(rows, active?.id, event.key);
    if (!move) {
      return;
    }
    event.preventDefault();
    if (move.type === 'focus') {
      focusRow(move.id);
    } else if (move.type === 'toggle') {
      onToggle(move.id);
    } else if (move.type === 'open') {
      onOpen(active);
    } else {
      onFind();
    }
  };

  return (
    <div
      role="treegrid"
      aria-label={t('entity.tree.label')}
      aria-rowcount={rows.length + 1}
      aria-colcount={6}
      className={classes.root}
    >
      <TreeHead className={long} />
      <div ref={scroll} role="rowgroup" className={`${classes.scroll} ${long}`}>
        <div
          role="presentation"
          className={classes.canvas}
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(item => {
            const row = rows[item.index];
            return (
              <TreeLine
                key={item.key}
                row={row}
                index={item.index}
                top={item.start}
                active={row.id === active?.id}
                selected={row.id === selectedId}
                onActivate={onActivate}
                onToggle={onToggle}
                onOpen={onOpen}
                onKeyDown={onKeyDown}
              />
            );
          })}
        </div>
      </div>
      {rows.length === 0 && (
        <div className={classes.empty} role="status">
          {t('entity.tree.nothing')}
        </div>
      )}
    </div>
  );
}
