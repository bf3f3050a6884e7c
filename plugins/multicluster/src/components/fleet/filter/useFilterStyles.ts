import { makeStyles } from '@material-ui/core/styles';
import { stateColors } from '@fairway/backstage-plugin-multicluster-react';

const mono = '"Roboto Mono", "DejaVu Sans Mono", monospace';

/** Styles of the filter input. Mirror and input must keep the same font and padding, or colours and caret part ways. */
export const useFilterStyles = makeStyles(
  theme => {
    const colors = stateColors(theme);
    const text = {
      fontFamily: mono,
      fontSize: 13,
      lineHeight: '20px',
      padding: theme.spacing(1, 0),
      whiteSpace: 'pre' as const,
    };
    return {
      root: { position: 'relative' },
      frame: {
        display: 'flex',
        alignItems: 'center',
        gap: theme.spacing(1),
        padding: theme.spacing(0, 1.5),
        minHeight: 38,
        border: `1px solid ${theme.palette.divider}`,
        borderRadius: 4,
        background: theme.palette.background.paper,
        '&:focus-within': {
          borderColor: theme.palette.primary.main,
          boxShadow: `0 0 0 1px ${theme.palette.primary.main}`,
        },
      },
      icon: { color: theme.palette.text.secondary, flex: 'none' },
      field: { position: 'relative', flex: 1, minWidth: 0 },
      mirror: {
        ...text,
        position: 'absolute',
        inset: 0,
        overflow: 'hidden',
        pointerEvents: 'none',
        color: theme.palette.text.primary,
      },
      input: {
        ...text,
        position: 'relative',
        display: 'block',
        width: '100%',
        boxSizing: 'border-box',
        border: 0,
        outline: 'none',
        background: 'transparent',
        color: 'transparent',
        caretColor: theme.palette.text.primary,
        '&::placeholder': { color: theme.palette.text.secondary, opacity: 1 },
      },
      key: { color: colors.run.text },
      not: { color: colors.bad.text, fontWeight: 500 },
      wrong: {
        textDecoration: `underline wavy ${colors.bad.text}`,
        textUnderlineOffset: 3,
      },
      count: {
        color: theme.palette.text.secondary,
        fontSize: theme.typography.caption.fontSize,
        fontVariantNumeric: 'tabular-nums',
        whiteSpace: 'nowrap',
      },
      list: {
        position: 'absolute',
        zIndex: 2,
        top: 40,
        left: 0,
        width: 320,
        maxWidth: '100%',
      },
      options: {
        margin: 0,
        padding: theme.spacing(0.5, 0),
        listStyle: 'none',
      },
      help: {
        padding: theme.spacing(1, 1.5),
        borderTop: `1px solid ${theme.palette.divider}`,
        color: theme.palette.text.secondary,
        fontSize: theme.typography.caption.fontSize,
        lineHeight: 1.4,
      },
      option: {
        padding: theme.spacing(0.75, 1.5),
        fontFamily: mono,
        fontSize: 13,
        cursor: 'pointer',
        '&[aria-selected="true"], &:hover': {
          background: theme.palette.action.selected,
        },
      },
      problem: {
        display: 'flex',
        alignItems: 'center',
        gap: theme.spacing(0.75),
        marginTop: theme.spacing(0.75),
        fontSize: theme.typography.caption.fontSize,
      },
      lead: { color: colors.bad.text, fontWeight: 500 },
    };
  },
  { name: 'MulticlusterFilterInput' },
);
