import { makeStyles } from '@material-ui/core/styles';

/** Styles that everything about delivery shares. @internal */
export const useDeliveryStyles = makeStyles(
  theme => ({
    quiet: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
    strong: { fontWeight: 600 },
    mono: {
      fontFamily: '"Roboto Mono", "DejaVu Sans Mono", monospace',
      fontSize: 12,
      whiteSpace: 'nowrap',
    },
    ellipsis: {
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    commit: {
      display: 'inline-flex',
      alignItems: 'baseline',
      gap: theme.spacing(0.75),
      minWidth: 0,
      maxWidth: '100%',
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 1.25),
      minWidth: 0,
    },
    note: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      alignItems: 'start',
      gap: theme.spacing(0.75),
      overflowWrap: 'anywhere',
      '& > svg': { marginTop: 2 },
    },
    tag: {
      padding: '2px 7px',
      borderRadius: 10,
      fontSize: 11,
      fontWeight: 500,
      whiteSpace: 'nowrap',
      backgroundColor: theme.palette.action.hover,
      color: theme.palette.text.secondary,
    },
    right: { marginLeft: 'auto', flex: 'none' },
  }),
  { name: 'MulticlusterDelivery' },
);
