import { makeStyles } from '@material-ui/core/styles';
import {
  stateColors,
  StateTone,
} from '@fairway/backstage-plugin-multicluster-react';

/** Styles of tiles: a class per tone, so that a tile costs no computed style of its own. */
export const useTileStyles = makeStyles(
  theme => {
    const colors = stateColors(theme);
    const tone = (name: StateTone) => ({
      background: colors[name].tint,
      color: colors[name].text,
    });
    return {
      grid: { display: 'flex', flexWrap: 'wrap', gap: 4 },
      tile: {
        display: 'grid',
        placeItems: 'center',
        boxSizing: 'border-box',
        width: 20,
        height: 20,
        borderRadius: 4,
        // Without an outline of its own a tile that is well would vanish on a light screen.
        boxShadow: `inset 0 0 0 1px ${theme.palette.divider}`,
        '& svg': { width: 14, height: 14, fill: 'currentColor' },
        '&:hover': { boxShadow: 'inset 0 0 0 1.5px currentColor' },
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: 1,
        },
      },
      ok: tone('ok'),
      run: tone('run'),
      hold: tone('hold'),
      warn: tone('warn'),
      bad: tone('bad'),
      stale: {
        color: colors.stale.text,
        boxShadow: 'none',
        border: `1px dashed ${colors.stale.text}`,
        background: 'transparent',
      },
      info: tone('info'),
    };
  },
  { name: 'MulticlusterTile' },
);
