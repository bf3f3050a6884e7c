import { makeStyles } from '@material-ui/core/styles';

/** Pixels; rows are of one height, so that a tree of thousands needs no measuring. @internal */
export const ROW_HEIGHT = 40;

/** Styles that the parts of the tree share. @internal */
export const useTreeStyles = makeStyles(
  theme => ({
    root: {
      containerType: 'inline-size',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      overflow: 'hidden',
    },
    scroll: {
      overflowY: 'auto',
      maxHeight: 'min(60vh, 640px)',
    },
    canvas: { position: 'relative', width: '100%' },
    row: {
      display: 'grid',
      gridTemplateColumns:
        'minmax(180px, 1.3fr) minmax(140px, 1.6fr) 122px 108px minmax(100px, 1.1fr) 56px',
      columnGap: theme.spacing(1.5),
      alignItems: 'center',
      height: ROW_HEIGHT,
      padding: theme.spacing(0, 2),
      boxSizing: 'border-box',
      fontSize: theme.typography.body2.fontSize,
      '@container (max-width: 760px)': {
        gridTemplateColumns:
          'minmax(120px, 1.4fr) minmax(100px, 1.4fr) 110px 90px',
        '& > $optional': { display: 'none' },
      },
      '@container (max-width: 480px)': {
        gridTemplateColumns: 'minmax(120px, 1fr) minmax(90px, 1fr)',
        '& > $secondary': { display: 'none' },
      },
    },
    line: {
      position: 'absolute',
      top: 0,
      left: 0,
      width: '100%',
      cursor: 'pointer',
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus': { outline: 'none' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    // A bar rather than a background: on a tint the colours of states would not be readable any more.
    selected: { boxShadow: `inset 4px 0 0 ${theme.palette.primary.main}` },
    head: {
      height: 34,
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
      overflow: 'hidden',
    },
    // Room for a scroll bar beside rows and head alike, so that columns stay in line; only where there is one.
    long: { scrollbarGutter: 'stable' },
    name: { display: 'flex', alignItems: 'center', minWidth: 0 },
    nameText: {
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    workloadName: { fontWeight: 600 },
    kind: { color: theme.palette.text.secondary, fontWeight: 400 },
    twisty: {
      flex: 'none',
      width: 24,
      height: 24,
      marginRight: 2,
      display: 'grid',
      placeItems: 'center',
      color: theme.palette.text.secondary,
      transition: theme.transitions.create('transform', { duration: 120 }),
      '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
    },
    twistyOpen: { transform: 'rotate(90deg)' },
    cell: {
      display: 'flex',
      alignItems: 'center',
      minWidth: 0,
      overflow: 'hidden',
    },
    quiet: { color: theme.palette.text.secondary },
    optional: {},
    secondary: {},
    right: { justifyContent: 'flex-end', textAlign: 'right' },
    empty: {
      padding: theme.spacing(3, 2),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'MulticlusterTree' },
);
