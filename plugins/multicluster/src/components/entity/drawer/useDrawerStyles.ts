import { makeStyles } from '@material-ui/core/styles';

/** Styles that the parts of the drawer share. @internal */
export const useDrawerStyles = makeStyles(
  theme => ({
    paper: {
      width: 'min(760px, 100vw)',
      display: 'flex',
      flexDirection: 'column',
      // It hangs on the body, whose font is that of the page.
      fontFamily: theme.typography.fontFamily,
    },
    head: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(2, 1.5, 1, 2.5),
    },
    title: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
    heading: {
      fontSize: theme.typography.h6.fontSize,
      fontWeight: 500,
      margin: 0,
    },
    quiet: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.body2.fontSize,
    },
    tabs: {
      borderBottom: `1px solid ${theme.palette.divider}`,
      minHeight: 40,
      '& button': {
        minWidth: 88,
        minHeight: 40,
        textTransform: 'none',
        // The theme of Backstage makes it nearly white, on which the words of the dark theme cannot be read.
        '&:hover': {
          backgroundColor: theme.palette.action.hover,
          color: theme.palette.primary.main,
        },
      },
    },
    body: {
      flex: 1,
      minHeight: 0,
      overflow: 'auto',
      display: 'flex',
      flexDirection: 'column',
    },
    section: { padding: theme.spacing(1.5, 2.5) },
    sectionHead: {
      display: 'flex',
      alignItems: 'baseline',
      gap: theme.spacing(1.5),
      margin: 0,
      paddingBottom: theme.spacing(0.5),
      fontSize: theme.typography.body2.fontSize,
      fontWeight: 600,
    },
    grow: { marginLeft: 'auto', fontWeight: 400 },
    note: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 0),
      color: theme.palette.text.secondary,
      fontSize: theme.typography.body2.fontSize,
      overflowWrap: 'anywhere',
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.body2.fontSize,
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
    mono: {
      fontFamily: '"Roboto Mono", "DejaVu Sans Mono", monospace',
      fontSize: 12.5,
      overflowWrap: 'anywhere',
    },
    strong: { fontWeight: 600 },
    small: { fontSize: theme.typography.body2.fontSize },
    link: {
      font: 'inherit',
      color: theme.palette.primary.main,
      background: 'none',
      border: 0,
      padding: 0,
      cursor: 'pointer',
      textDecoration: 'underline',
      textUnderlineOffset: '3px',
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
  }),
  { name: 'MulticlusterDrawer' },
);
