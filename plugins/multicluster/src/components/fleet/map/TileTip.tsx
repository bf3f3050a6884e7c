import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import Popper from '@material-ui/core/Popper';
import { makeStyles } from '@material-ui/core/styles';
import { FleetTile } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  StateLabel,
} from '@fairway/backstage-plugin-multicluster-react';

const useStyles = makeStyles(
  theme => ({
    popper: { zIndex: theme.zIndex.tooltip, pointerEvents: 'none' },
    paper: {
      display: 'grid',
      gap: theme.spacing(0.5),
      padding: theme.spacing(1, 1.5),
      margin: theme.spacing(0.75),
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.body2.fontSize,
      maxWidth: 320,
    },
    name: { fontWeight: 500, overflowWrap: 'anywhere' },
    dim: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'MulticlusterTileTip' },
);

/** Props of {@link TileTip}. */
export interface TileTipProps {
  tile?: FleetTile;
  anchor?: HTMLElement;
}

/** One tip for all tiles, at the tile that is pointed at. It says nothing that the tile's label does not say. */
export function TileTip(props: TileTipProps) {
  const { tile, anchor } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  if (!tile || !anchor) {
    return null;
  }
  return (
    <Popper open anchorEl={anchor} placement="top" className={classes.popper}>
      <Paper elevation={4} className={classes.paper} aria-hidden>
        <span className={classes.name}>{tile.name}</span>
        <StateLabel state={tile.state} />
        {tile.worst && (
          <span>
            {t('fleet.tile.worst', { worst: t(`state.${tile.worst}`) })}
          </span>
        )}
        <span className={classes.dim}>
          {t('fleet.tile.controlPlane', { controlPlane: tile.controlPlane })}
          {tile.intermittent && ` · ${t('fleet.tile.intermittent')}`}
        </span>
      </Paper>
    </Popper>
  );
}
