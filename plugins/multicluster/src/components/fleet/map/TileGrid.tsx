import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FleetTile } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { FocusEvent, KeyboardEvent, MouseEvent, useRef, useState } from 'react';
import { useHref, useNavigate } from 'react-router-dom';
import { useFleetLinks } from '../frame/useFleetLinks';
import { moveInGrid } from './moveInGrid';
import { tileLook } from './tileLook';
import { tilePaths } from './tilePaths';
import { useTileStyles } from './useTileStyles';

/** Props of {@link TileGrid}. */
export interface TileGridProps {
  label: string;
  tiles: FleetTile[];
  /** A tile was pointed at or focused; undefined when none is any more. */
  onPoint(tile?: FleetTile, element?: HTMLElement): void;
}

/**
 * Clusters as tiles: one stop of Tab, arrow keys in between. Plain links and one path each: 500 of them must stay far below
 * 3,000 nodes, so there is no tooltip and no component per tile, and all share their handlers.
 */
export function TileGrid(props: TileGridProps) {
  const { label, tiles, onPoint } = props;
  const classes = useTileStyles();
  const root = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const labelOf = useTileLabel();
  const links = useFleetLinks();
  const navigate = useNavigate();
  const base = useHref('/').replace(/\/$/, '');
  const stop = Math.min(current, tiles.length - 1);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = moveInGrid(event.key, {
      index: indexOf(event),
      count: tiles.length,
      columns: columnsOf(root.current),
    });
    if (next !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      (root.current?.children[next] as HTMLElement | undefined)?.focus();
    }
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const plain = !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (plain && event.button === 0) {
      event.preventDefault();
      const { controlPlane, name } = tiles[indexOf(event)];
      navigate(links.cluster(controlPlane, name));
    }
  };
  const point = (event: MouseEvent<HTMLElement> | FocusEvent<HTMLElement>) => {
    onPoint(tiles[indexOf(event)], event.currentTarget);
    if (event.type === 'focus') {
      setCurrent(indexOf(event));
    }
  };
  const leave = () => onPoint();
  return (
    <div ref={root} className={classes.grid} role="group" aria-label={label}>
      {tiles.map((tile, index) => {
        const look = tileLook(tile);
        const path = tilePaths[look.shape];
        return (
          <a
            key={`${tile.controlPlane}/${tile.name}`}
            href={`${base}${links.cluster(tile.controlPlane, tile.name)}`}
            className={`${classes.tile} ${classes[look.tone]}`}
            aria-label={labelOf(tile)}
            data-tile={index}
            data-shape={look.shape}
            tabIndex={index === stop ? 0 : -1}
            onKeyDown={onKeyDown}
            onClick={onClick}
            onMouseEnter={point}
            onMouseLeave={leave}
            onFocus={point}
            onBlur={leave}
          >
            {path && (
              <svg viewBox="0 0 18 18" aria-hidden focusable="false">
                <path d={path} fillRule="evenodd" />
              </svg>
            )}
          </a>
        );
      })}
    </div>
  );
}

function indexOf(event: { currentTarget: HTMLElement }): number {
  return Number(event.currentTarget.dataset.tile);
}

/** How many tiles stand in the first row. */
function columnsOf(grid: HTMLElement | null): number {
  const tiles = [...(grid?.children ?? [])] as HTMLElement[];
  const broken = tiles.findIndex(tile => tile.offsetTop !== tiles[0].offsetTop);
  return broken < 0 ? tiles.length : broken;
}

function useTileLabel(): (tile: FleetTile) => string {
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  return ({ name, state, worst }) => {
    const said = t(`state.${state}`);
    return worst
      ? t('fleet.tile.labelWorst', {
          name,
          state: said,
          worst: t(`state.${worst}`),
        })
      : t('fleet.tile.label', { name, state: said });
  };
}
