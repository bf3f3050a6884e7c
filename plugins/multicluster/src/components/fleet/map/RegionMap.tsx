import {
  FleetRegion,
  FleetTile,
} from '@fairway/backstage-plugin-multicluster-common';
import { useCallback, useState } from 'react';
import { RegionRow } from './RegionRow';
import { TileTip } from './TileTip';

/** Props of {@link RegionMap}. */
export interface RegionMapProps {
  regions: FleetRegion[];
  /** A region was chosen to narrow the table. */
  onRegion(name: string): void;
}

/** Regions as rows, their clusters as tiles. */
export function RegionMap(props: RegionMapProps) {
  const { regions, onRegion } = props;
  const [pointed, setPointed] = useState<{
    tile?: FleetTile;
    anchor?: HTMLElement;
  }>({});
  const onPoint = useCallback(
    (tile?: FleetTile, anchor?: HTMLElement) => setPointed({ tile, anchor }),
    [],
  );
  return (
    <>
      {regions.map(region => (
        <RegionRow
          key={region.name ?? ''}
          region={region}
          onRegion={onRegion}
          onPoint={onPoint}
        />
      ))}
      <TileTip {...pointed} />
    </>
  );
}
