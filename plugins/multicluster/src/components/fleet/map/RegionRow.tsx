import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import {
  FleetRegion,
  FleetTile,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  stateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import { memo } from 'react';
import { fleetTally } from './fleetTally';
import { TileGrid } from './TileGrid';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(72px, 124px) 84px minmax(0, 1fr) auto',
      gap: theme.spacing(1, 1.5),
      alignItems: 'center',
      padding: theme.spacing(1.25, 2.5),
      borderTop: `1px solid ${theme.palette.divider}`,
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr) auto',
      },
    },
    tiles: {
      [theme.breakpoints.down('sm')]: { gridColumn: '1 / -1', order: 1 },
    },
    name: {
      justifySelf: 'start',
      maxWidth: '100%',
      font: 'inherit',
      fontWeight: 500,
      overflowWrap: 'anywhere',
      textAlign: 'left',
      borderRadius: 3,
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    unnamed: { fontWeight: 500, color: theme.palette.text.secondary },
    dim: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
    aside: {
      textAlign: 'right',
      minWidth: 112,
      [theme.breakpoints.down('sm')]: {
        gridColumn: '1 / -1',
        textAlign: 'left',
        '&:empty': { display: 'none' },
      },
    },
    bad: { color: stateColors(theme).bad.text },
  }),
  { name: 'MulticlusterRegionRow' },
);

/** Props of {@link RegionRow}. */
export interface RegionRowProps {
  region: FleetRegion;
  onRegion(name: string): void;
  onPoint(tile?: FleetTile, element?: HTMLElement): void;
}

/** A region: its name, its clusters as tiles, and what is wrong there. Rendered anew only when the region changed. */
export const RegionRow = memo(function Row(props: RegionRowProps) {
  const { region, onRegion, onPoint } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const name = region.name ?? t('fleet.regions.none');
  const { lost, intermittentQuiet } = fleetTally({ regions: [region] });
  // Nobody is called for a cluster that comes and goes.
  const quiet = lost === 0 ? intermittentQuiet : 0;
  return (
    <div className={classes.root}>
      {region.name === undefined ? (
        <span className={classes.unnamed}>{name}</span>
      ) : (
        <ButtonBase
          className={classes.name}
          disableRipple
          aria-label={t('fleet.regions.filter', { region: name })}
          onClick={() => onRegion(region.name!)}
        >
          {name}
        </ButtonBase>
      )}
      <span className={classes.dim}>
        {t('fleet.regions.clusters', { count: region.clusters.length })}
      </span>
      <div className={classes.tiles}>
        <TileGrid
          label={t('fleet.regions.tiles', { region: name })}
          tiles={region.clusters}
          onPoint={onPoint}
        />
      </div>
      <span className={`${classes.dim} ${classes.aside}`}>
        {quiet > 0 && t('fleet.regions.quiet', { n: String(quiet) })}
        {quiet === 0 && region.affected > 0 && (
          <span className={classes.bad}>
            {t('fleet.regions.affected', { count: region.affected })}
          </span>
        )}
      </span>
    </div>
  );
});
