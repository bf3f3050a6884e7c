import { makeStyles } from '@material-ui/core/styles';

/** Styles of what a card shows only when something is not as usual. @internal */
export const useRareStyles = makeStyles(
  theme => ({
    quiet: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
    foldButton: {
      font: 'inherit',
      color: 'inherit',
      padding: 0,
      border: 0,
      background: 'none',
      cursor: 'pointer',
      textAlign: 'left',
      textDecoration: 'underline',
      textDecorationStyle: 'dotted',
      textUnderlineOffset: '3px',
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    nested: { paddingLeft: theme.spacing(4.5) },
    rest: {
      gridColumn: '1 / -1',
      padding: theme.spacing(0.5, 2.5, 0.5, 8),
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
    unplaced: { borderTop: `1px solid ${theme.palette.divider}` },
    unplacedRow: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      gap: theme.spacing(0, 1),
      padding: theme.spacing(1, 2.5),
      fontSize: theme.typography.body2.fontSize,
      overflowWrap: 'anywhere',
    },
    strong: { fontWeight: 600 },
  }),
  { name: 'MulticlusterRare' },
);
