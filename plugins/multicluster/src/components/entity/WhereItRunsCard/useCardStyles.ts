import { makeStyles } from '@material-ui/core/styles';

/** Styles that the parts of the card share. @internal */
export const useCardStyles = makeStyles(
  theme => ({
    card: { containerType: 'inline-size' },
    about: {
      padding: theme.spacing(0, 2.5, 1.5),
      marginTop: theme.spacing(-1),
    },
    banner: { padding: theme.spacing(0, 2.5, 1.5) },
    // One grid for the whole card: columns of all groups stand in line, whatever is in them. The first and the last track
    // take the padding of the rows in, so they must be able to grow.
    grid: {
      display: 'grid',
      gridTemplateColumns:
        'max-content fit-content(150px) minmax(0, 1fr) fit-content(136px) fit-content(132px) auto',
      columnGap: theme.spacing(1.5),
      '@container (max-width: 460px)': {
        gridTemplateColumns: 'max-content minmax(0, 1fr) auto auto',
      },
    },
    group: {
      display: 'grid',
      gridColumn: '1 / -1',
      gridTemplateColumns: 'subgrid',
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    groupHead: {
      gridColumn: '1 / -1',
      display: 'flex',
      alignItems: 'baseline',
      gap: theme.spacing(1.25),
      padding: theme.spacing(1.25, 2.5, 0.5),
      fontSize: theme.typography.body2.fontSize,
    },
    groupTitle: { fontWeight: 600, fontSize: 'inherit', margin: 0 },
    environment: { '&::first-letter': { textTransform: 'uppercase' } },
    quiet: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
    groupReady: {
      flex: 'none',
      marginLeft: 'auto',
      fontVariantNumeric: 'tabular-nums',
    },
    rows: {
      display: 'grid',
      gridColumn: '1 / -1',
      gridTemplateColumns: 'subgrid',
      margin: 0,
      padding: theme.spacing(0, 0, 0.75),
      listStyle: 'none',
    },
    row: {
      display: 'grid',
      gridColumn: '1 / -1',
      gridTemplateColumns: 'subgrid',
      alignItems: 'center',
      minHeight: 36,
      padding: theme.spacing(0.5, 2.5),
      fontSize: theme.typography.body2.fontSize,
      '&:hover': { backgroundColor: theme.palette.action.hover },
      // A card in a narrow column: the state moves under the name, and nothing is cut off.
      '@container (max-width: 460px)': {
        rowGap: 2,
        '& > $state': { gridColumn: 2, gridRow: 2 },
        '& > $age': { gridColumn: 4, gridRow: 1 },
        '& > $pips': { gridColumn: '3 / -1', gridRow: 2 },
        '& > $version': { gridColumn: 3, gridRow: 1 },
      },
    },
    name: {
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    state: { minWidth: 0, display: 'flex' },
    pips: { justifySelf: 'start', display: 'flex' },
    version: { justifySelf: 'start', minWidth: 0, maxWidth: '100%' },
    age: { justifySelf: 'end', textAlign: 'right' },
  }),
  { name: 'MulticlusterEntityCard' },
);
