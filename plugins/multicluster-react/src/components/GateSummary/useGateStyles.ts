import { makeStyles } from '@material-ui/core/styles';

/** Styles that the parts of a gate share. @internal */
export const useGateStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(0.75),
      minWidth: 0,
      fontSize: theme.typography.body2.fontSize,
      overflowWrap: 'anywhere',
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.25),
    },
    word: { fontWeight: 600 },
    tag: {
      padding: '2px 7px',
      borderRadius: 10,
      fontSize: theme.typography.caption.fontSize,
      fontWeight: 500,
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
    quiet: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
    vote: {
      display: 'inline-flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    button: { marginLeft: 'auto', flex: 'none', textTransform: 'none' },
    votes: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'MulticlusterGate' },
);
