import { makeStyles } from '@material-ui/core/styles';

/** Styles that everything about approvals shares. @internal */
export const useApprovalStyles = makeStyles(
  theme => ({
    quiet: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
    strong: { fontWeight: 600 },
    mono: {
      fontFamily: '"Roboto Mono", "DejaVu Sans Mono", monospace',
      fontSize: 12,
      overflowWrap: 'anywhere',
    },
    tag: {
      padding: '2px 7px',
      borderRadius: 10,
      fontSize: 11,
      fontWeight: 500,
      whiteSpace: 'nowrap',
    },
    /** Said as it is written: a button in capitals shouts, and Chinese has none. */
    button: { textTransform: 'none', fontWeight: 500, whiteSpace: 'nowrap' },
    right: {
      marginLeft: 'auto',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1.5),
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.25),
      minWidth: 0,
    },
    /** A line of a list behind its icon: what wraps stays beside it. */
    point: {
      display: 'grid',
      gridTemplateColumns: '14px minmax(0, 1fr)',
      columnGap: theme.spacing(1.25),
      // Beside the first line, however many follow.
      '& > :first-child': { marginTop: 1 },
    },
    plain: { margin: 0, padding: 0, listStyle: 'none' },
    item: {
      display: 'grid',
      gap: theme.spacing(1.25),
      padding: theme.spacing(1.75, 2.5),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.body2.fontSize,
      overflowWrap: 'anywhere',
    },
    title: { margin: 0, fontSize: 16, fontWeight: 600, lineHeight: 1.35 },
    sub: { margin: 0, fontSize: 13, fontWeight: 600 },
    facts: {
      display: 'grid',
      // A long name, such as that of an image, leaves what it names its room.
      gridTemplateColumns: 'fit-content(40%) minmax(0, 1fr)',
      gap: theme.spacing(0.75, 2),
      margin: 0,
      lineHeight: 1.45,
      overflowWrap: 'anywhere',
      '& dt': { color: theme.palette.text.secondary, minWidth: 90 },
      '& dd': { margin: 0 },
    },
    votes: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    vote: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 1.25),
    },
    row: {
      display: 'grid',
      gridTemplateColumns: '18px minmax(0, 1fr) auto',
      columnGap: theme.spacing(1.25),
      padding: theme.spacing(1.25, 2.5),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.body2.fontSize,
      overflowWrap: 'anywhere',
    },
    /** A row that begins with the number of an entry. */
    numbered: {
      gridTemplateColumns: 'minmax(40px, auto) minmax(0, 1fr) auto',
    },
    nowrap: { whiteSpace: 'nowrap' },
    /** A long name is broken rather than cut off. */
    whole: { overflowWrap: 'anywhere' },
    /** Scrolls sideways where it is narrow, instead of breaking every word. */
    wide: { minWidth: 820 },
    body: { display: 'grid', gap: theme.spacing(0.5), minWidth: 0 },
    dialog: {
      display: 'grid',
      gap: theme.spacing(2),
      minWidth: 0,
      // A dialog stands beside the page, whose font it does not get.
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.body2.fontSize,
      overflowWrap: 'anywhere',
    },
    choice: { margin: theme.spacing(-1, -0.75, -1, -1.125) },
    list: {
      display: 'grid',
      gap: theme.spacing(1),
      margin: 0,
      paddingLeft: theme.spacing(2.5),
    },
    text: {
      margin: 0,
      padding: theme.spacing(1, 1.5),
      maxHeight: 360,
      overflow: 'auto',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 4,
      backgroundColor: theme.palette.background.default,
      fontFamily: '"Roboto Mono", "DejaVu Sans Mono", monospace',
      fontSize: 12,
      lineHeight: '18px',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    /** Where something is said once it happens: there from the start, or nobody hears it, and without room while nothing is said. */
    status: {
      flexBasis: '100%',
      order: 1,
      '&:empty': { position: 'absolute' },
    },
    /** What stands on the page itself, whose font is not that of its panels. */
    onPage: { fontFamily: theme.typography.fontFamily },
    /** For those who hear the page: the others see it in another form. */
    heard: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
    pad: { padding: theme.spacing(0, 2.5, 2) },
    controls: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      gap: theme.spacing(1.5),
      padding: theme.spacing(0, 2.5, 2),
    },
  }),
  { name: 'MulticlusterApprovals' },
);
