import { makeStyles } from '@material-ui/core/styles';

/** Styles of the promotion matrix. @internal */
export const usePromotionStyles = makeStyles(
  theme => ({
    banner: { padding: theme.spacing(0, 2.5, 1.5) },
    scroll: {
      overflowX: 'auto',
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    table: {
      borderCollapse: 'collapse',
      width: '100%',
      fontSize: theme.typography.body2.fontSize,
      lineHeight: 1.45,
      '& th, & td': {
        padding: theme.spacing(0.75, 1.5),
        textAlign: 'left',
        verticalAlign: 'top',
        overflowWrap: 'anywhere',
      },
      '& th:first-child': { paddingLeft: theme.spacing(2.5) },
      '& tbody tr:last-child > *': { paddingBottom: theme.spacing(2) },
    },
    rowHead: {
      width: 84,
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
      fontWeight: 400,
      whiteSpace: 'nowrap',
    },
    environment: {
      minWidth: 160,
      fontSize: theme.typography.body2.fontSize,
      fontWeight: 600,
    },
    absent: {
      width: 120,
      // Narrower, a name of an environment stands letter below letter.
      minWidth: 120,
      fontSize: theme.typography.body2.fontSize,
      fontWeight: 600,
    },
    inside: {
      borderLeft: `1px solid ${theme.palette.divider}`,
      borderRight: `1px solid ${theme.palette.divider}`,
    },
    title: { '&::first-letter': { textTransform: 'uppercase' } },
    between: {
      width: 150,
      minWidth: 110,
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
      fontWeight: 400,
    },
    change: {
      display: 'grid',
      gap: theme.spacing(1),
      color: theme.palette.text.primary,
    },
    plain: {
      display: 'grid',
      gap: theme.spacing(0.5),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    evidence: {
      margin: theme.spacing(0.5, 0, 0),
      paddingLeft: theme.spacing(2.25),
      fontSize: theme.typography.caption.fontSize,
    },
    summary: {
      cursor: 'pointer',
      color: theme.palette.primary.main,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    button: { textTransform: 'none', justifySelf: 'start' },
    lead: {
      display: 'grid',
      gap: theme.spacing(0.75),
      padding: theme.spacing(1.5, 2.5),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.caption.fontSize,
    },
    bar: {
      display: 'flex',
      height: 8,
      maxWidth: 560,
      borderRadius: 4,
      overflow: 'hidden',
      gap: 1,
    },
    words: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    word: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    dot: { width: 8, height: 8, borderRadius: 2 },
  }),
  { name: 'MulticlusterPromotion' },
);
