import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { WorkloadDetail } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { KeyboardEvent, useMemo, useRef } from 'react';
import { ChainBoxButton } from './ChainBoxButton';
import { ChainBox, chainColumns } from './chainColumns';
import { chainLayout } from './chainLayout';
import { chainMove } from './chainMove';
import { lastKnownNodes } from './lastKnownNodes';

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto', padding: theme.spacing(1, 2.5, 2.5) },
    canvas: { position: 'relative' },
    edges: { position: 'absolute', top: 0, left: 0, overflow: 'visible' },
    edge: { fill: 'none', stroke: theme.palette.divider, strokeWidth: 2 },
    edgeActive: { stroke: theme.palette.primary.main },
  }),
  { name: 'MulticlusterChain' },
);

/** Props of {@link Chain}. @internal */
export interface ChainProps {
  detail: WorkloadDetail;
  /** The box the keyboard is on; the row of the tree it stands for is the active one there. */
  activeId: string | undefined;
  onActivate(box: ChainBox): void;
  onOpen(box: ChainBox): void;
}

/**
 * The chain from template to cluster, as a picture of what the tree says in words: the same rows are active in both.
 *
 * @internal
 */
export function Chain(props: ChainProps) {
  const { detail, onActivate, onOpen } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const root = useRef<HTMLDivElement>(null);
  const columns = useMemo(
    () => chainColumns(detail.chain, lastKnownNodes(detail)),
    [detail],
  );
  const layout = useMemo(() => chainLayout(columns), [columns]);
  const boxes = columns.columns.flatMap(column => column.boxes);
  const active = boxes.find(box => box.id === props.activeId) ?? boxes[0];

  const onKeyDown = (event: KeyboardEvent) => {
    const next = active && chainMove(columns, active.id, event.key);
    const box = boxes.find(({ id }) => id === next);
    if (box) {
      event.preventDefault();
      onActivate(box);
      root.current
        ?.querySelector<HTMLElement>(`[data-box="${CSS.escape(box.id)}"]`)
        ?.focus();
    }
  };

  return (
    <div className={classes.scroll}>
      <div
        ref={root}
        role="group"
        aria-label={t('entity.chain.label')}
        className={classes.canvas}
        style={{ width: layout.width, height: layout.height }}
      >
        <svg
          aria-hidden
          className={classes.edges}
          width={layout.width}
          height={layout.height}
        >
          {layout.paths.map(({ key, from, to, d }) => (
            <path
              key={key}
              d={d}
              className={`${classes.edge} ${
                active && (from === active.id || to === active.id)
                  ? classes.edgeActive
                  : ''
              }`}
            />
          ))}
        </svg>
        {boxes.map(box => {
          const place = layout.boxes.get(box.id);
          return (
            place && (
              <ChainBoxButton
                key={box.id}
                box={box}
                x={place.x}
                y={place.y}
                active={box.id === active?.id}
                onActivate={onActivate}
                onOpen={onOpen}
                onKeyDown={onKeyDown}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
